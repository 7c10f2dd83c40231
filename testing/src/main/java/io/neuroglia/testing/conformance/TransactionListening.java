package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.jdbc.Transactions.Completion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} about listeners: when they are told, what, and what they may do. */
abstract class TransactionListening extends TransactionStage {
    private final List<String> told = new ArrayList<>();
    private final Object owner = new Object();

    TransactionListening(TransactionsContract contract) {
        super(contract);
    }

    @Test
    void a_listener_learns_of_the_commit() throws Exception {
        kept(() -> {
            listen(new Listener());
            return write("a");
        });

        assertThat(told).containsExactly("before commit", "after commit");
    }

    @Test
    void a_listener_learns_of_the_end_of_a_transaction_that_used_no_connection() throws Exception {
        kept(() -> listen(new Listener()));
        undone(() -> listen(new Listener()));

        assertThat(told).containsExactly("before commit", "after commit", "after rollback");
    }

    @Test
    void a_listener_learns_of_the_rollback_without_being_asked_before() throws Exception {
        undone(() -> {
            listen(new Listener());
            return write("a");
        });
        assertThatThrownBy(() -> kept(() -> {
                    listen(new Listener());
                    write("a");
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");

        assertThat(told).containsExactly("after rollback", "after rollback");
    }

    @Test
    void a_commit_that_fails_is_none() {
        assertThatThrownBy(() -> kept(() -> {
                    listen(new Listener());
                    return writeTwice("a");
                }))
                .isInstanceOf(Exception.class);

        assertThat(told).containsExactly("before commit", "after rollback");
    }

    @Test
    void a_listener_writes_in_the_transaction_before_its_commit() throws Exception {
        kept(() -> {
            listen(new Listener() {
                @Override
                void before() throws Exception {
                    assertThat(read()).containsExactly("a");
                    kept(() -> write("joined"));
                    write("listener");
                }
            });
            return write("a");
        });

        assertThat(committed()).containsExactly("a", "joined", "listener");
    }

    @Test
    void a_listener_that_registers_while_others_are_asked_is_asked_too() throws Exception {
        kept(() -> {
            listen(new Listener() {
                @Override
                void before() {
                    transactions.completion(new Object(), Writer::new);
                }
            });
            return write("a");
        });

        assertThat(committed()).containsExactly("a", "last");
        assertThat(told).containsExactly("before commit", "before commit", "after commit", "after commit");
    }

    @Test
    void a_listener_approves_the_commit_after_all_were_asked() throws Exception {
        kept(() -> {
            listen(new Approver());
            transactions.completion(new Object(), Writer::new);
            return write("a");
        });

        assertThat(told).containsExactly("before commit", "before commit", "[a, last]", "after commit", "after commit");
    }

    @Test
    void a_listener_that_does_not_approve_refuses_the_commit() throws Exception {
        IllegalStateException refusal = new IllegalStateException("not approved");

        assertThatThrownBy(() -> kept(() -> {
                    listen(new Listener() {
                        @Override
                        public void approveCommit() {
                            throw refusal;
                        }
                    });
                    return write("a");
                }))
                .isSameAs(refusal);

        assertThat(committed()).isEmpty();
        assertThat(told).containsExactly("before commit", "after rollback");
    }

    @Test
    void there_is_no_listener_and_no_connection_after_the_end() throws Exception {
        kept(() -> {
            listen(new Listener() {
                @Override
                void after() {
                    assertThatThrownBy(() -> transactions.completion(new Object(), Listener::new))
                            .isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> transactions.connection()).isInstanceOf(IllegalStateException.class);
                    told.add("refused");
                }
            });
            return write("a");
        });

        assertThat(told).containsExactly("before commit", "after commit", "refused");
    }

    @Test
    void a_listener_that_breaks_after_the_end_hides_no_other() throws Exception {
        kept(() -> {
            listen(new Listener() {
                @Override
                void after() {
                    throw new AssertionError("a bug, not an exception");
                }
            });
            transactions.completion(new Object(), Listener::new);
            return write("a");
        });

        assertThat(told).containsExactly("before commit", "before commit", "after commit", "after commit");
    }

    @Test
    void a_listener_refuses_the_commit() throws Exception {
        IllegalStateException refusal = new IllegalStateException("refused");

        assertThatThrownBy(() -> kept(() -> {
                    listen(new Listener() {
                        @Override
                        void before() {
                            throw refusal;
                        }
                    });
                    return write("a");
                }))
                .isSameAs(refusal);

        assertThat(committed()).isEmpty();
        assertThat(told).containsExactly("before commit", "after rollback");
    }

    @Test
    void after_the_end_no_transaction_is_active_and_another_may_begin() throws Exception {
        for (Callable<?> transaction : List.<Callable<?>>of(
                () -> kept(() -> listen(new Successor()) && write("a")),
                () -> undone(() -> listen(new Successor()) && write("b")))) {
            transaction.call();
        }

        assertThat(committed()).containsExactly("a", "after commit", "after rollback");
    }

    @Test
    void a_listener_that_fails_after_the_end_changes_nothing_and_hides_no_other() throws Exception {
        String answer = kept(() -> {
            listen(new Listener() {
                @Override
                void after() {
                    throw new IllegalStateException("too late");
                }
            });
            transactions.completion(new Object(), Listener::new);
            write("a");
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
        assertThat(committed()).containsExactly("a");
        assertThat(told).containsExactly("before commit", "before commit", "after commit", "after commit");
    }

    @Test
    void an_owner_has_one_listener_in_each_transaction() throws Exception {
        Listener first = new Listener();
        Listener second = new Listener();
        kept(() -> {
            assertThat(transactions.completion(owner, () -> first)).isSameAs(first);
            assertThat(transactions.completion(owner, () -> second)).isSameAs(first);
            return undone(() ->
                    assertThat(transactions.completion(owner, () -> second)).isSameAs(first));
        });

        kept(() -> assertThat(transactions.completion(owner, () -> second)).isSameAs(second));

        assertThat(told).containsExactly("before commit", "after commit", "before commit", "after commit");
    }

    @Test
    void owners_are_told_apart_by_identity() throws Exception {
        Listener first = new Listener();
        Listener second = new Listener();

        undone(() -> {
            assertThat(transactions.completion(new ArrayList<>(), () -> first)).isSameAs(first);
            return assertThat(transactions.completion(new ArrayList<>(), () -> second))
                    .isSameAs(second);
        });

        assertThat(told).containsExactly("after rollback", "after rollback");
    }

    @Test
    void a_listener_of_joined_work_is_told_of_the_outermost_end() throws Exception {
        kept(() -> {
            undone(() -> listen(new Listener()));
            assertThat(told).isEmpty();
            return write("a");
        });

        assertThat(told).containsExactly("before commit", "after commit");
    }

    @Test
    void there_is_no_listener_without_a_transaction() {
        assertThatThrownBy(() -> listen(new Listener()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("execute");
    }

    private boolean listen(Completion listener) {
        assertThat(transactions.completion(owner, () -> listener)).isSameAs(listener);
        return true;
    }

    /** Notes what it is told. */
    private class Listener implements Completion {
        @Override
        public void beforeCommit() {
            told.add("before commit");
            run(this::before);
        }

        @Override
        public void afterCompletion(boolean committed) {
            told.add(committed ? "after commit" : "after rollback");
            run(this::after);
        }

        void before() throws Exception {}

        void after() throws Exception {}

        private void run(Step step) {
            try {
                step.run();
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** Writes what it was told in a transaction of its own. */
    private final class Successor extends Listener {
        @Override
        void after() throws Exception {
            assertThat(transactions.isActive()).isFalse();
            kept(() -> write(told.getLast()));
        }
    }

    /** Writes, as the last one does. */
    private final class Writer extends Listener {
        @Override
        void before() throws Exception {
            write("last");
        }
    }

    /** Notes what the others have written. */
    private final class Approver extends Listener {
        @Override
        public void approveCommit() {
            try {
                told.add(read().toString());
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** What a listener does. */
    private interface Step {
        void run() throws Exception;
    }
}
