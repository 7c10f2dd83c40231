package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.jdbc.Transactions;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That {@link JdbcTransactionsIT} passes says something only if these here do not. */
class TransactionsContractIT {

    @ParameterizedTest
    @EnumSource
    void a_flaw_is_noticed(TransactionFlaw flaw) {
        Suite suite = Suite.run(OfFlawedTransactions.class, flaw);

        assertThat(suite.failed()).contains(flaw.noticedBy());
        assertThat(suite.passed()).contains("there_is_no_connection_without_a_transaction");
    }

    @ExtendWith(FlawParameter.class)
    static class OfFlawedTransactions extends TransactionsContract {
        private final TransactionFlaw flaw;

        OfFlawedTransactions(TransactionFlaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected Transactions transactions(DataSource dataSource) {
            return flaw.transactions(dataSource);
        }
    }
}
