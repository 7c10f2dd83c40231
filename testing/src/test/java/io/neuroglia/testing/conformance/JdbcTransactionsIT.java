package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.WriteConflictException;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.data.jdbc.Transactions.Completion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JdbcTransactionsIT extends TransactionsContract {

    @Override
    protected Transactions transactions(DataSource dataSource) {
        return new JdbcTransactions(dataSource);
    }

    @Nested
    class Plainly extends TransactionStage {
        private final List<String> told = new ArrayList<>();

        Plainly() {
            super(JdbcTransactionsIT.this);
        }

        @Test
        void joined_work_that_needs_no_connection_takes_none() throws Exception {
            kept(() -> {
                kept(() -> "kept");
                return undone(() -> "undone");
            });

            assertThat(connections.taken()).isZero();
        }

        @Test
        void the_connection_is_given_back_before_listeners_are_told_of_the_end() throws Exception {
            List<Integer> open = new ArrayList<>();

            kept(() -> {
                transactions.completion(open, () -> new Listener("one") {
                    @Override
                    public void afterCompletion(boolean committed) {
                        open.add(connections.open());
                    }
                });
                return write("a");
            });

            assertThat(open).containsExactly(0);
        }

        @Test
        void listeners_are_told_in_the_order_in_which_they_registered() throws Exception {
            List<String> names =
                    IntStream.range(0, 20).mapToObj(Integer::toString).toList();

            kept(() -> {
                names.forEach(name -> transactions.completion(name, () -> new Listener(name)));
                return write("a");
            });

            assertThat(told.subList(0, 20)).isEqualTo(names);
            assertThat(told.subList(20, 40)).isEqualTo(names);
        }

        @Test
        void a_listener_that_registers_before_the_commit_is_told_of_it_too() throws Exception {
            kept(() -> {
                transactions.completion("early", () -> new Listener("early") {
                    @Override
                    public void beforeCommit() {
                        super.beforeCommit();
                        transactions.completion("late", () -> new Listener("late"));
                    }
                });
                return write("a");
            });

            assertThat(told).containsExactly("early", "late", "early", "late");
        }

        @Test
        void a_value_that_is_taken_when_the_transaction_commits_is_a_conflict() {
            assertThatThrownBy(() -> kept(() -> writeTwice("a")))
                    .isInstanceOf(WriteConflictException.class)
                    .hasMessageContaining("commit")
                    .hasCauseInstanceOf(SQLException.class);
        }

        @Test
        void a_connection_that_cannot_begin_is_given_back() {
            connections.breakAt("setAutoCommit");

            assertThatThrownBy(() -> kept(() -> transactions.connection()))
                    .isInstanceOf(DataUnavailableException.class);

            assertThat(connections.taken()).isEqualTo(1);
            assertThat(connections.open()).isZero();
        }

        @Test
        void a_failed_statement_that_joined_work_hides_is_undone_with_that_work_alone() throws Exception {
            kept(() -> {
                write("before");
                assertThatThrownBy(() -> kept(() -> {
                            write("inner");
                            return catchThrowable(this::runFailingStatement);
                        }))
                        .isInstanceOf(DataFailureException.class);
                return write("after");
            });

            assertThat(committed()).containsExactly("after", "before");
        }

        private class Listener implements Completion {
            private final String name;

            Listener(String name) {
                this.name = name;
            }

            @Override
            public void beforeCommit() {
                told.add(name);
            }

            @Override
            public void afterCompletion(boolean committed) {
                told.add(name);
            }
        }
    }
}
