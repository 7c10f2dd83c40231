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
    void what_was_changed_stays_although_the_unit_failed() throws Exception {
        unitOfWork.execute(() -> {
            lamps.add(new Lamp("l", 0).lit());
            return OperationResult.badRequest("refused");
        });

        assertThat(lamps.findById("l")).isPresent();
        assertThat(unitOfWork.events()).isEmpty();
    }
}
