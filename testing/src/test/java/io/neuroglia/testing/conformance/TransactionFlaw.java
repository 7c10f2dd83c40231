package io.neuroglia.testing.conformance;

import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.data.jdbc.Transactions.Completion;
import java.sql.Connection;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A way to get transactions wrong, and a test that notices. */
enum TransactionFlaw {
    KEEPS_EVERYTHING("an_outcome_not_to_be_kept_rolls_back_and_is_answered") {
        @Override
        <V> V execute(Transactions target, Callable<V> work, Predicate<? super V> keep) throws Exception {
            return target.execute(work, outcome -> true);
        }
    },
    JOINS_WITHOUT_A_SAVEPOINT("joined_work_not_to_be_kept_is_undone_alone") {
        @Override
        <V> V execute(Transactions target, Callable<V> work, Predicate<? super V> keep) throws Exception {
            return target.isActive() ? work.call() : target.execute(work, keep);
        }
    },
    TAKES_THE_CONNECTION_AT_ONCE("a_transaction_that_needs_no_connection_takes_none") {
        @Override
        <V> V execute(Transactions target, Callable<V> work, Predicate<? super V> keep) throws Exception {
            return target.execute(
                    () -> {
                        target.connection();
                        return work.call();
                    },
                    keep);
        }
    },
    WRAPS_EXCEPTIONS("what_the_work_throws_rolls_back_and_is_thrown_as_it_is") {
        @Override
        <V> V execute(Transactions target, Callable<V> work, Predicate<? super V> keep) throws Exception {
            try {
                return target.execute(work, keep);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    },
    MAKES_A_LISTENER_EACH_TIME("an_owner_has_one_listener_in_each_transaction") {
        @Override
        Object owner(Object owner) {
            return new Object();
        }
    },
    TELLS_OWNERS_APART_BY_EQUALITY("owners_are_told_apart_by_identity") {
        @Override
        Object owner(Object owner) {
            return owner.toString().intern();
        }
    },
    CLAIMS_TO_BE_UNTOUCHED("a_transaction_that_writes_is_touched_from_then_on") {
        @Override
        boolean isUntouched(Transactions target) {
            return target.isActive();
        }
    },
    HIDES_THAT_JOINED_WORK_IS_UNDONE("a_listener_forgets_what_joined_work_did_that_is_undone") {
        @Override
        Completion completion(Transactions target, Object owner, Supplier<? extends Completion> create) {
            return ((Deaf) target.completion(owner, () -> new Deaf(create.get()))).listener();
        }
    };

    private final String noticedBy;

    TransactionFlaw(String noticedBy) {
        this.noticedBy = noticedBy;
    }

    String noticedBy() {
        return noticedBy;
    }

    <V> V execute(Transactions target, Callable<V> work, Predicate<? super V> keep) throws Exception {
        return target.execute(work, keep);
    }

    Object owner(Object owner) {
        return owner;
    }

    boolean isUntouched(Transactions target) {
        return target.isUntouched();
    }

    Completion completion(Transactions target, Object owner, Supplier<? extends Completion> create) {
        return target.completion(owner(owner), create);
    }

    Transactions transactions(DataSource dataSource) {
        Transactions target = new JdbcTransactions(dataSource);
        return new Transactions() {
            @Override
            public <V> V execute(Callable<V> work, Predicate<? super V> keep) throws Exception {
                return TransactionFlaw.this.execute(target, work, keep);
            }

            @Override
            public boolean isActive() {
                return target.isActive();
            }

            @Override
            public Connection connection() {
                return target.connection();
            }

            @Override
            public boolean isUntouched() {
                return TransactionFlaw.this.isUntouched(target);
            }

            @Override
            public Connection newConnection() {
                return target.newConnection();
            }

            @Override
            public Completion completion(Object owner, Supplier<? extends Completion> create) {
                return TransactionFlaw.this.completion(target, owner, create);
            }
        };
    }

    /** Tells a listener of the end only. */
    private record Deaf(Completion listener) implements Completion {
        @Override
        public void beforeCommit() {
            listener.beforeCommit();
        }

        @Override
        public void afterCompletion(boolean committed) {
            listener.afterCompletion(committed);
        }
    }
}
