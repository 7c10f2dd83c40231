package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.Transactions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract holds whatever a pool's defaults are. */
@ParameterizedClass
@EnumSource
class JdbcTransactionsOnPoolsIT extends TransactionsContract {
    @Parameter
    private PoolDefaults defaults;

    @Override
    protected Transactions transactions(DataSource dataSource) {
        return new JdbcTransactions(defaults.of(dataSource));
    }

    @Nested
    class GivingBack extends TransactionStage {
        GivingBack() {
            super(JdbcTransactionsOnPoolsIT.this);
        }

        @Test
        void a_connection_is_given_back_as_it_was_taken() throws Exception {
            List<Boolean> atTheEnd = new ArrayList<>();
            DataSource noting = Closing.noting(defaults.of(connections), atTheEnd);
            Transactions noted = new JdbcTransactions(noting);

            noted.execute(() -> noted.connection().getAutoCommit(), kept -> true);

            try (Connection fresh = defaults.of(connections).getConnection()) {
                assertThat(atTheEnd).containsExactly(fresh.getAutoCommit());
            }
        }
    }
}
