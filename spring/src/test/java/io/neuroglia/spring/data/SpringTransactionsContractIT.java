package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.testing.conformance.TransactionsContract;
import javax.sql.DataSource;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SpringTransactionsContractIT extends TransactionsContract {
    @Parameter
    private TransactionSetup setup;

    @Override
    protected Transactions transactions(DataSource dataSource) {
        DataSource pool = setup.pool(dataSource);
        return new SpringTransactions(setup.manager(pool), pool);
    }

    @Override
    protected boolean takesConnectionsLate() {
        return setup.isLazy();
    }
}
