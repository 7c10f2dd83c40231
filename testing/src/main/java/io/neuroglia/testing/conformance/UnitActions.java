package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link UnitOfWorkContract} about what is done after the commit. */
abstract class UnitActions extends UnitStage {
    private final List<String> done = new ArrayList<>();

    UnitActions(UnitOfWorkContract contract) {
        super(contract);
    }

    @Test
    void actions_run_after_the_commit_in_order_on_the_same_thread() throws Exception {
        Thread thread = Thread.currentThread();

        succeed(() -> {
            unitOfWork.afterCommit(() -> {
                assertThat(Thread.currentThread()).isSameAs(thread);
                done.add("first, in a unit: " + unitOfWork.isActive());
            });
            later("second");
            assertThat(done).isEmpty();
        });

        assertThat(done).containsExactly("first, in a unit: false", "second");
    }

    @Test
    void actions_of_what_fails_do_not_run() throws Exception {
        fail(() -> later("failure"));
        assertThatThrownBy(() -> succeed(() -> {
                    later("exception");
                    throw new IOException("work");
                }))
                .isInstanceOf(IOException.class);
        succeed(() -> later("success"));

        assertThat(done).containsExactly("success");
    }

    @Test
    void actions_of_joined_work_wait_for_the_outermost_commit() throws Exception {
        succeed(() -> {
            later("outer");
            succeed(() -> later("inner"));
            fail(() -> later("failed"));
            assertThat(done).isEmpty();
        });

        assertThat(done).containsExactly("outer", "inner");
    }

    @Test
    void actions_of_joined_work_do_not_run_when_the_outermost_fails() throws Exception {
        fail(() -> succeed(() -> later("inner")));

        assertThat(done).isEmpty();
    }

    @Test
    void an_action_that_fails_changes_nothing_and_hides_no_other() throws Exception {
        OperationResult<Void> answer = succeed(() -> {
            raise("stored");
            unitOfWork.afterCommit(() -> {
                throw new IllegalStateException("too late");
            });
            later("next");
        });

        assertThat(answer.isSuccess()).isTrue();
        assertThat(done).containsExactly("next");
        assertStored("stored");
    }

    @Test
    void an_action_may_open_a_unit_of_its_own() throws Exception {
        succeed(() -> {
            raise("first");
            unitOfWork.afterCommit(this::openAnother);
        });

        assertThat(done).containsExactly("another");
        assertStored("first", "second");
    }

    @Test
    void an_action_is_not_taken_outside_a_unit() {
        assertThatThrownBy(() -> later("never"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("execute");
    }

    private void openAnother() {
        try {
            succeed(() -> {
                raise("second");
                later("another");
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void later(String what) {
        unitOfWork.afterCommit(() -> done.add(what));
    }
}
