package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.testing.conformance.TransactionsContract;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class SpringTransactionsContractIT extends TransactionsContract {
    @Override
    protected Transactions transactions(DataSource dataSource) {
        DataSource lazy = LazyConnections.of(dataSource);
        return new SpringTransactions(new JdbcTransactionManager(lazy), lazy);
    }
}
