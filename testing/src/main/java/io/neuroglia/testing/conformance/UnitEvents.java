package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The part of {@link UnitOfWorkContract} about answers and events. */
abstract class UnitEvents extends UnitStage {

    UnitEvents(UnitOfWorkContract contract) {
        super(contract);
    }

    @Test
    void a_success_is_answered_and_its_events_are_stored() throws Exception {
        OperationResult<String> success = OperationResult.created("data");

        OperationResult<String> answer = unitOfWork.execute(() -> {
            raise("first");
            raise("second");
            raise("first");
            return success;
        });

        assertThat(answer).isSameAs(success);
        assertStored("first", "second", "first");
    }

    @Test
    void a_failure_is_answered_and_its_events_are_dropped() throws Exception {
        OperationResult<Void> answer = fail(() -> raise("dropped"));

        assertThat(answer).isEqualTo(OperationResult.badRequest("refused"));
        assertStored();
    }

    @Test
    void an_exception_is_thrown_as_it_is_and_its_events_are_dropped() throws Exception {
        IOException thrown = new IOException("checked");

        assertThatThrownBy(() -> succeed(() -> {
                    raise("dropped");
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertStored();
    }

    @Test
    void units_that_follow_each_other_share_nothing() throws Exception {
        succeed(() -> raise("a"));
        fail(() -> raise("b"));
        succeed(() -> raise("c"));

        assertStored("a", "c");
    }

    @Test
    void a_unit_is_open_from_its_begin_to_its_end() throws Exception {
        assertThat(unitOfWork.isActive()).isFalse();

        succeed(() -> {
            assertThat(unitOfWork.isActive()).isTrue();
            fail(() -> assertThat(unitOfWork.isActive()).isTrue());
            assertThat(unitOfWork.isActive()).isTrue();
        });

        assertThat(unitOfWork.isActive()).isFalse();
    }

    @Test
    void an_event_is_not_raised_outside_a_unit() {
        assertThatThrownBy(() -> raise("nowhere"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("execute");
    }

    @Test
    void events_of_joined_work_are_stored_with_the_others() throws Exception {
        succeed(() -> {
            raise("before");
            succeed(() -> raise("inner"));
            raise("after");
        });

        assertStored("before", "inner", "after");
    }

    @Test
    void joined_work_that_fails_loses_only_its_own_events() throws Exception {
        succeed(() -> {
            raise("before");
            OperationResult<Void> refused = fail(() -> {
                raise("inner");
                succeed(() -> raise("innermost"));
            });
            assertThat(refused.isSuccess()).isFalse();
            raise("after");
        });

        assertStored("before", "after");
    }

    @Test
    void joined_work_that_throws_loses_only_its_own_events() throws Exception {
        succeed(() -> {
            raise("before");
            assertThatThrownBy(() -> succeed(() -> {
                        raise("inner");
                        throw new IOException("inner");
                    }))
                    .isInstanceOf(IOException.class);
            raise("after");
        });

        assertStored("before", "after");
    }

    @Test
    void an_outer_unit_that_fails_loses_the_events_of_joined_work_too() throws Exception {
        fail(() -> succeed(() -> raise("inner")));

        assertStored();
    }

    @Test
    void each_thread_has_a_unit_of_its_own() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            fail(() -> {
                raise("mine");
                other.submit(() -> {
                            assertThat(unitOfWork.isActive()).isFalse();
                            return succeed(() -> raise("theirs"));
                        })
                        .get(10, TimeUnit.SECONDS);
            });
        }

        assertStored("theirs");
    }
}
