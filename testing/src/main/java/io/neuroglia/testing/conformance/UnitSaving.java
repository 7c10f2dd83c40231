package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.UnsavedAggregateException;
import io.neuroglia.message.LogicalNames;
import io.neuroglia.testing.conformance.UnitOfWorkContract.Happened;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The part of {@link UnitOfWorkContract} about aggregates that change and are not saved; for those that repositories meet. */
abstract class UnitSaving extends UnitStage {

    UnitSaving(UnitOfWorkContract contract) {
        super(contract);
    }

    @BeforeEach
    void only_if_repositories_meet_it() {
        assumeTrue(unitOfWork instanceof EventSink, "The unit of work is no event sink");
    }

    @Test
    void a_unit_with_an_aggregate_that_was_changed_and_not_saved_is_rolled_back_and_says_which() throws Exception {
        Box box = new Box();

        assertThatThrownBy(() -> succeed(() -> {
                    raise("beside");
                    load(box);
                    box.fill("lost");
                }))
                .isInstanceOf(UnsavedAggregateException.class)
                .hasMessageContaining("Box " + box.id())
                .hasMessageContaining("Happened")
                .hasMessageContaining("save");

        assertStored();
    }

    @Test
    void a_unit_whose_aggregates_are_saved_commits() throws Exception {
        Box box = new Box();

        succeed(() -> {
            load(box);
            box.fill("a");
            save(box);
            box.fill("b");
            save(box);
        });

        assertStored("a", "b");
    }

    @Test
    void a_change_after_the_last_save_counts() throws Exception {
        Box box = new Box();

        assertThatThrownBy(() -> succeed(() -> {
                    load(box);
                    box.fill("a");
                    save(box);
                    box.fill("b");
                }))
                .isInstanceOf(UnsavedAggregateException.class);

        assertStored();
    }

    @Test
    void a_unit_commits_without_an_aggregate_whose_changes_are_discarded() throws Exception {
        Box box = new Box();

        succeed(() -> {
            raise("stored");
            load(box);
            box.fill("trial");
            box.discardChanges();
        });

        assertThat(box.pendingEvents()).isEmpty();
        assertStored("stored");
    }

    @Test
    void a_unit_that_fails_answers_its_failure() throws Exception {
        Box box = new Box();

        assertThat(fail(() -> {
                            load(box);
                            box.fill("dropped");
                        })
                        .isSuccess())
                .isFalse();
    }

    @Test
    void what_joined_work_that_fails_loaded_or_changed_first_does_not_count() throws Exception {
        Box outer = new Box();
        Box inner = new Box();

        succeed(() -> {
            load(outer);
            fail(() -> {
                load(inner);
                inner.fill("dropped");
                outer.fill("dropped");
            });
            assertThatThrownBy(() -> succeed(() -> {
                        inner.fill("dropped");
                        save(inner);
                        throw new IOException("inner");
                    }))
                    .isInstanceOf(IOException.class);
        });

        assertStored();
    }

    @Test
    void what_was_changed_before_joined_work_saved_it_and_failed_counts() throws Exception {
        Box box = new Box();

        assertThatThrownBy(() -> succeed(() -> {
                    load(box);
                    box.fill("lost");
                    fail(() -> save(box));
                }))
                .isInstanceOf(UnsavedAggregateException.class);

        assertStored();
    }

    @Test
    void what_is_changed_again_after_joined_work_failed_counts() throws Exception {
        Box box = new Box();

        assertThatThrownBy(() -> succeed(() -> {
                    fail(() -> {
                        load(box);
                        box.fill("dropped");
                    });
                    box.fill("lost");
                }))
                .isInstanceOf(UnsavedAggregateException.class);
    }

    @Test
    void what_joined_work_that_succeeds_forgets_to_save_counts() throws Exception {
        Box box = new Box();

        assertThatThrownBy(() -> succeed(() -> succeed(() -> {
                    load(box);
                    box.fill("lost");
                })))
                .isInstanceOf(UnsavedAggregateException.class);
    }

    @Test
    void an_aggregate_that_outlives_its_unit_is_nobodys_until_it_is_stored_again() throws Exception {
        Box box = new Box();

        succeed(() -> load(box));
        box.fill("later");
        succeed(() -> raise("other"));
        succeed(() -> save(box));

        assertStored("other", "later");
    }

    @Test
    void without_a_unit_nothing_is_watched() {
        Box box = new Box();

        load(box);
        box.fill("alone");

        assertThat(box.pendingEvents()).hasSize(1);
    }

    /** As repositories do. */
    private void load(Box box) {
        sink().watch(box, box::content);
    }

    private void save(Box box) {
        long version = box.version() + 1;
        sink().accept(LogicalNames.of(Box.class) + "/" + box.id(), version, box.pendingEvents());
        sink().onRollback(box.stored(version));
        sink().watch(box, box::content);
    }

    private EventSink sink() {
        return (EventSink) unitOfWork;
    }

    private static final class Box extends AggregateRoot<String> {
        private String content = "";

        Box() {
            super(UUID.randomUUID().toString(), 1);
        }

        void fill(String with) {
            content = with;
            raiseEvent(new Happened(with));
        }

        String content() {
            return content;
        }
    }
}
