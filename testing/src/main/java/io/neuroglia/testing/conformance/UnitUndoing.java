package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neuroglia.data.EventSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The part of {@link UnitOfWorkContract} about what repositories have undone; for those that repositories meet. */
abstract class UnitUndoing extends UnitStage {
    private final List<String> undone = new ArrayList<>();

    UnitUndoing(UnitOfWorkContract contract) {
        super(contract);
    }

    @BeforeEach
    void only_if_repositories_meet_it() {
        assumeTrue(unitOfWork instanceof EventSink, "The unit of work is no event sink");
    }

    @Test
    void a_unit_that_fails_undoes_from_the_last_to_the_first() throws Exception {
        fail(() -> {
            undoing("a");
            undoing("b");
            assertThat(undone).isEmpty();
        });

        assertThat(undone).containsExactly("b", "a");
    }

    @Test
    void a_unit_that_throws_undoes() {
        assertThatThrownBy(() -> succeed(() -> {
                    undoing("a");
                    throw new IOException("undo");
                }))
                .isInstanceOf(IOException.class);

        assertThat(undone).containsExactly("a");
    }

    @Test
    void a_unit_that_succeeds_undoes_nothing() throws Exception {
        succeed(() -> {
            undoing("a");
            succeed(() -> undoing("b"));
        });
        fail(() -> {});

        assertThat(undone).isEmpty();
    }

    @Test
    void joined_work_that_fails_undoes_only_its_own_and_at_once() throws Exception {
        succeed(() -> {
            undoing("before");
            fail(() -> {
                undoing("inner");
                succeed(() -> undoing("innermost"));
            });
            assertThat(undone).containsExactly("innermost", "inner");
            undoing("after");
        });

        assertThat(undone).containsExactly("innermost", "inner");
    }

    @Test
    void joined_work_that_is_the_first_to_have_something_undone_undoes_it() throws Exception {
        succeed(() -> {
            succeed(() -> fail(() -> undoing("inner")));
            assertThat(undone).containsExactly("inner");
        });

        assertThat(undone).containsExactly("inner");
    }

    @Test
    void an_outer_unit_that_fails_undoes_what_joined_work_did_too() throws Exception {
        fail(() -> {
            undoing("before");
            succeed(() -> undoing("inner"));
            undoing("after");
        });

        assertThat(undone).containsExactly("after", "inner", "before");
    }

    @Test
    void what_cannot_be_undone_hinders_nothing_else() throws Exception {
        fail(() -> {
            undoing("a");
            sink().onRollback(() -> {
                throw new IllegalStateException("cannot be undone");
            });
            undoing("b");
        });

        assertThat(undone).containsExactly("b", "a");
    }

    @Test
    void nothing_is_to_be_undone_outside_a_unit() {
        assertThatThrownBy(() -> undoing("nowhere"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("execute");
    }

    private void undoing(String what) {
        sink().onRollback(() -> undone.add(what));
    }

    private EventSink sink() {
        return (EventSink) unitOfWork;
    }
}
