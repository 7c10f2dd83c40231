package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.Transactions.Completion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} about connections: taken late, given back always, one for each thread. */
abstract class TransactionConnecting extends TransactionStage {

    TransactionConnecting(TransactionsContract contract) {
        super(contract);
    }

    @Test
    void a_transaction_is_active_from_its_begin_to_its_end() throws Exception {
        assertThat(transactions.isActive()).isFalse();

        kept(() -> {
            assertThat(transactions.isActive()).isTrue();
            undone(() -> assertThat(transactions.isActive()).isTrue());
            return assertThat(transactions.isActive()).isTrue();
        });

        assertThat(transactions.isActive()).isFalse();
    }

    @Test
    void there_is_no_connection_without_a_transaction() {
        assertThatThrownBy(() -> transactions.connection())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("execute");
    }

    @Test
    void a_transaction_that_needs_no_connection_takes_none() throws Exception {
        onlyIfConnectionsAreTakenLate();
        int before = connections.taken();

        kept(() -> "kept");
        undone(() -> "undone");

        assertThat(connections.taken()).isEqualTo(before);
    }

    @Test
    void a_connection_is_taken_when_first_asked_for_and_given_back_at_the_end() throws Exception {
        onlyIfConnectionsAreTakenLate();
        int before = connections.taken();

        kept(() -> {
            assertThat(connections.taken()).isEqualTo(before);
            write("a");
            kept(() -> write("b"));
            return assertThat(connections.open()).isEqualTo(1);
        });

        assertThat(connections.taken()).isEqualTo(before + 1);
        assertThat(connections.open()).isZero();
    }

    @Test
    void a_connection_is_given_back_however_the_transaction_ends() throws Exception {
        undone(() -> write("a"));
        assertThat(connections.open()).isZero();

        assertThatThrownBy(() -> kept(() -> {
                    kept(() -> write("a"));
                    throw new IOException("work");
                }))
                .hasMessage("work");
        assertThat(connections.open()).isZero();

        assertThatThrownBy(() -> kept(() -> writeTwice("a"))).isInstanceOf(Exception.class);
        assertThat(connections.open()).isZero();
    }

    @Test
    void a_database_out_of_reach_is_unavailable() throws Exception {
        connections.putOutOfReach();

        assertThatThrownBy(() -> kept(() -> write("a"))).isInstanceOf(DataUnavailableException.class);
        assertThatThrownBy(() -> kept(() -> kept(() -> write("a")))).isInstanceOf(DataUnavailableException.class);
    }

    @Test
    void a_lost_connection_ends_the_transaction_and_the_next_takes_another() throws Exception {
        List<Boolean> committed = new ArrayList<>();

        assertThatThrownBy(() -> kept(() -> {
                    transactions.completion(this, () -> new Ending(committed));
                    write("a");
                    return loseConnection();
                }))
                .isInstanceOf(Exception.class);
        kept(() -> write("b"));

        assertThat(committed).containsExactly(false);
        assertThat(committed()).containsExactly("b");
    }

    @Test
    void what_work_throws_over_a_lost_connection_is_thrown_as_it_is() throws Exception {
        IOException thrown = new IOException("lost");

        assertThatThrownBy(() -> kept(() -> {
                    write("a");
                    return kept(() -> {
                        loseConnection();
                        throw thrown;
                    });
                }))
                .isSameAs(thrown);

        assertThat(committed()).isEmpty();
    }

    @Test
    void each_thread_has_a_transaction_of_its_own() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            undone(() -> {
                write("mine");
                List<String> seen = other.submit(() -> {
                            assertThat(transactions.isActive()).isFalse();
                            return kept(() -> {
                                write("theirs");
                                return read();
                            });
                        })
                        .get(10, TimeUnit.SECONDS);
                assertThat(seen).containsExactly("theirs");
                return assertThat(transactions.isActive()).isTrue();
            });
        }

        assertThat(committed()).containsExactly("theirs");
    }

    /** Notes how the transaction ended. */
    private record Ending(List<Boolean> committed) implements Completion {
        @Override
        public void beforeCommit() {}

        @Override
        public void afterCompletion(boolean success) {
            committed.add(success);
        }
    }
}
