package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.neuroglia.data.jdbc.Transactions.Completion;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} about whether a transaction is known to have changed nothing. */
abstract class TransactionTouching extends TransactionStage {

    TransactionTouching(TransactionsContract contract) {
        super(contract);
    }

    @Test
    void a_transaction_that_used_no_connection_is_untouched_and_asks_nothing() throws Exception {
        kept(() -> {
            int before = connections.taken();
            assertThat(transactions.isUntouched()).isTrue();
            return assertThat(connections.taken()).isEqualTo(before);
        });
    }

    @Test
    void a_transaction_that_only_reads_is_untouched() throws Exception {
        kept(() -> {
            transactions.connection();
            assertThat(transactions.isUntouched())
                    .as("after it took a connection")
                    .isTrue();
            read();
            assertThat(transactions.isUntouched()).as("after it read").isTrue();
            kept(() -> read());
            return assertThat(transactions.isUntouched())
                    .as("after joined work read")
                    .isTrue();
        });
    }

    @Test
    void a_transaction_that_writes_is_touched_from_then_on() throws Exception {
        kept(() -> {
            read();
            assertThat(transactions.isUntouched()).isTrue();
            write("a");
            assertThat(transactions.isUntouched()).isFalse();
            read();
            return assertThat(transactions.isUntouched()).isFalse();
        });
        kept(() -> {
            kept(() -> write("b"));
            return assertThat(transactions.isUntouched()).isFalse();
        });
    }

    @Test
    void a_transaction_that_locks_a_row_is_touched() throws Exception {
        kept(() -> write("a"));

        kept(() -> {
            execute("select text from note for update");
            return assertThat(transactions.isUntouched()).isFalse();
        });
    }

    @Test
    void a_transaction_in_which_a_statement_failed_is_touched() throws Exception {
        undone(() -> {
            assertThat(catchThrowable(this::runFailingStatement)).isNotNull();
            return assertThat(transactions.isUntouched()).isFalse();
        });
    }

    @Test
    void a_transaction_is_touched_by_listeners_that_have_something_to_do() throws Exception {
        kept(() -> {
            transactions.completion(new Object(), () -> new Listener(true));
            assertThat(transactions.isUntouched()).isTrue();
            transactions.completion(new Object(), () -> new Listener(false));
            return assertThat(transactions.isUntouched()).isFalse();
        });
    }

    @Test
    void what_is_untouched_is_known_of_a_transaction_only() {
        assertThatThrownBy(() -> transactions.isUntouched()).isInstanceOf(IllegalStateException.class);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = transactions.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** Has something to do, or not. */
    private record Listener(boolean isUntouched) implements Completion {
        @Override
        public void beforeCommit() {}

        @Override
        public void afterCompletion(boolean committed) {}
    }
}
