package io.neuroglia.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.InMemoryRepository;
import io.neuroglia.data.Repository;
import io.neuroglia.data.UnsavedAggregateException;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.conformance.UnitOfWorkContract;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
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

    @Nested
    class ComparingStates {
        private final Repository<Dial, String> dials = new InMemoryRepository<>(
                unitOfWork, Dial::reading, (reading, version) -> new Dial(reading.id(), reading.number(), version));

        @Test
        void a_state_that_was_changed_and_not_saved_is_noticed_although_no_event_tells_of_it() throws Exception {
            addDial();

            assertThatThrownBy(() -> succeed(() -> dial().turn(7)))
                    .isInstanceOf(UnsavedAggregateException.class)
                    .hasMessageContaining("Dial d")
                    .hasMessageContaining("discardChanges");

            assertThat(dial().reading().number()).isZero();
        }

        @Test
        void a_state_that_is_as_it_was_loaded_is_in_order() throws Exception {
            addDial();

            succeed(() -> {
                dial().turn(0);
                dial().turn(7).turn(0);
            });
        }

        @Test
        void a_state_that_was_saved_removed_or_discarded_is_in_order() throws Exception {
            addDial();

            succeed(() -> dials.save(dial().turn(1)));
            succeed(() -> dial().turn(2).discardChanges());
            succeed(() -> dials.remove(dial().turn(3)));

            assertThat(dials.findAll()).isEmpty();
        }

        @Test
        void a_state_that_was_changed_after_it_was_saved_is_noticed() throws Exception {
            addDial();

            assertThatThrownBy(() -> succeed(() -> {
                        Dial dial = dial().turn(1);
                        dials.save(dial);
                        dial.turn(2);
                    }))
                    .isInstanceOf(UnsavedAggregateException.class);

            assertThat(dial().reading().number()).isZero();
        }

        @Test
        void a_state_that_failed_joined_work_changed_is_in_order() throws Exception {
            addDial();

            succeed(() -> {
                Dial outer = dial();
                fail(() -> {
                    outer.turn(1);
                    dial().turn(2);
                });
                fail(() -> dials.save(dial().turn(3)));
            });
        }

        @Test
        void a_state_that_was_changed_before_joined_work_failed_is_noticed() throws Exception {
            addDial();

            assertThatThrownBy(() -> succeed(() -> {
                        Dial dial = dial().turn(1);
                        fail(() -> dials.save(dial));
                    }))
                    .isInstanceOf(UnsavedAggregateException.class);
        }

        @Test
        void a_state_without_equality_is_not_compared() throws Exception {
            Repository<Dial, String> incomparable = new InMemoryRepository<Dial, String, int[]>(
                    unitOfWork, dial -> new int[] {dial.number}, (state, version) -> new Dial("d", state[0], version));
            succeed(() -> incomparable.add(new Dial("d", 0, 0)));

            succeed(() -> incomparable.findById("d").orElseThrow().turn(7));
        }

        private void addDial() throws Exception {
            succeed(() -> dials.add(new Dial("d", 0, 0)));
        }

        private Dial dial() {
            return dials.findById("d").orElseThrow();
        }

        private void succeed(Runnable step) throws Exception {
            unitOfWork.execute(() -> {
                step.run();
                return OperationResult.noContent();
            });
        }

        private void fail(Runnable step) {
            try {
                unitOfWork.execute(() -> {
                    step.run();
                    return OperationResult.badRequest("refused");
                });
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    record Reading(String id, int number) {}

    /** An aggregate that raises no events. */
    private static final class Dial extends AggregateRoot<String> {
        private int number;

        Dial(String id, int number, long version) {
            super(id, version);
            this.number = number;
        }

        Dial turn(int to) {
            number = to;
            return this;
        }

        Reading reading() {
            return new Reading(id(), number);
        }
    }
}
