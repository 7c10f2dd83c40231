package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.jdbc.Transactions.Completion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} about listeners and joined work: they learn what of it is undone. */
abstract class TransactionSavepoints extends TransactionStage {
    private final Following listener = new Following();

    TransactionSavepoints(TransactionsContract contract) {
        super(contract);
    }

    @Test
    void a_listener_forgets_what_joined_work_did_that_is_undone() throws Exception {
        kept(() -> {
            note("before");
            undone(() -> note("inner"));
            return note("after");
        });

        assertThat(listener.notes).containsExactly("before", "after");
        assertThat(committed()).containsExactly("after", "before");
    }

    @Test
    void a_listener_forgets_what_joined_work_did_that_throws() throws Exception {
        kept(() -> {
            note("before");
            assertThatThrownBy(() -> kept(() -> {
                        note("inner");
                        runFailingStatement();
                        return true;
                    }))
                    .isInstanceOf(Exception.class);
            return note("after");
        });

        assertThat(listener.notes).containsExactly("before", "after");
    }

    @Test
    void a_listener_keeps_what_joined_work_did_that_is_kept() throws Exception {
        kept(() -> {
            note("before");
            kept(() -> note("inner"));
            undone(() -> note("undone"));
            return true;
        });

        assertThat(listener.notes).containsExactly("before", "inner");
    }

    @Test
    void a_listener_that_joined_work_has_registered_forgets_all_when_that_is_undone() throws Exception {
        kept(() -> {
            undone(() -> {
                kept(() -> note("innermost"));
                return note("inner");
            });
            assertThat(listener.notes).isEmpty();
            return note("after");
        });

        assertThat(listener.notes).containsExactly("after");
        assertThat(committed()).containsExactly("after");
    }

    @Test
    void a_listener_follows_joined_work_in_joined_work() throws Exception {
        kept(() -> {
            note("1");
            undone(() -> {
                note("2");
                kept(() -> note("3"));
                return note("4");
            });
            kept(() -> {
                note("5");
                undone(() -> note("6"));
                return note("7");
            });
            return true;
        });

        assertThat(listener.notes).containsExactly("1", "5", "7");
        assertThat(committed()).containsExactlyElementsOf(listener.notes);
    }

    @Test
    void a_connection_of_its_own_is_outside_of_the_transaction() throws Exception {
        kept(() -> {
            try (var own = transactions.newConnection()) {
                assertThat(own.getAutoCommit()).isTrue();
                assertThat(own).isNotSameAs(transactions.connection());
                try (var insert = own.prepareStatement("insert into note values ('own')")) {
                    insert.executeUpdate();
                }
            }
            return undone(() -> write("undone"));
        });

        assertThat(committed()).containsExactly("own");
    }

    private boolean note(String text) throws Exception {
        Following registered = (Following) transactions.completion(this, () -> listener);
        registered.notes.add(text);
        return write(text);
    }

    /** Notes what was done, and crosses out what was undone. */
    private static final class Following implements Completion {
        private final List<String> notes = new ArrayList<>();
        private final List<Object> savepoints = new ArrayList<>();
        private final List<Integer> lengths = new ArrayList<>();

        @Override
        public void savepoint(Object savepoint) {
            savepoints.add(savepoint);
            lengths.add(notes.size());
        }

        @Override
        public void rolledBackTo(Object savepoint) {
            int known = savepoints.indexOf(savepoint);
            notes.subList(known < 0 ? 0 : lengths.get(known), notes.size()).clear();
        }

        @Override
        public void beforeCommit() {}

        @Override
        public void afterCompletion(boolean committed) {}
    }
}
