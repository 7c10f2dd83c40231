package io.neuroglia.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.neuroglia.data.InMemoryRepository;
import io.neuroglia.data.Repository;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.conformance.UnitOfWorkContract;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DirectUnitOfWorkTest extends UnitOfWorkContract {
    private final DirectUnitOfWork unitOfWork = new DirectUnitOfWork();
    private final Repository<Lamp, String> lamps =
            new InMemoryRepository<>(unitOfWork, Lamp::id, (id, version) -> new Lamp(id, version));

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected List<DomainEvent> storedEvents() {
        return unitOfWork.events();
    }

    @Test
    void events_of_aggregates_and_of_handlers_are_collected_in_the_order_raised() throws Exception {
        unitOfWork.execute(() -> {
            unitOfWork.raise(new Happened("before"));
            lamps.add(new Lamp("l", 0).lit());
            unitOfWork.raise(new Happened("after"));
            return OperationResult.noContent();
        });

        assertThat(unitOfWork.events())
                .containsExactly(new Happened("before"), new Happened("lit l"), new Happened("after"));
    }

    @Test
    void an_aggregate_is_not_stored_outside_a_unit() {
        assertThatIllegalStateException()
                .isThrownBy(() -> lamps.add(new Lamp("l", 0).lit()))
                .withMessageContaining("UnitOfWork.execute")
                .withMessageContaining("RecordingEvents");

        assertThat(lamps.findAll()).isEmpty();
    }

    @Test
    void what_was_stored_in_memory_is_undone_when_the_unit_fails() throws Exception {
        Lamp lamp = new Lamp("l", 0).lit();

        unitOfWork.execute(() -> {
            lamps.add(lamp);
            return OperationResult.badRequest("refused");
        });

        assertThat(lamps.findById("l")).isEmpty();
        assertThat(lamp.version()).isZero();
        assertThat(lamp.pendingEvents()).containsExactly(new Happened("lit l"));
        assertThat(unitOfWork.events()).isEmpty();
    }

    @Test
    void what_another_has_stored_since_is_not_undone() throws Exception {
        Lamp lamp = new Lamp("l", 0);

        unitOfWork.execute(() -> {
            lamps.add(lamp);
            try (ExecutorService another = Executors.newSingleThreadExecutor()) {
                another.submit(() -> unitOfWork.execute(() -> {
                            lamps.save(lamps.findById("l").orElseThrow());
                            return OperationResult.noContent();
                        }))
                        .get(10, TimeUnit.SECONDS);
            }
            return OperationResult.badRequest("refused");
        });

        assertThat(lamps.findById("l").orElseThrow().version()).isEqualTo(2);
        assertThat(lamp.version()).isZero();
    }
}
