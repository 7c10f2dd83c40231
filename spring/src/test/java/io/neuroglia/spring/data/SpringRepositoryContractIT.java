package io.neuroglia.spring.data;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.testing.conformance.RepositoryContract;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Without those that are serializable: there, writers of different rows may hinder each other, as PostgreSQL sees fit. */
@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@EnumSource(names = {"JDBC", "JDBC_LAZY", "JDBC_WITHOUT_AUTO_COMMIT", "JPA", "JPA_LAZY"})
class SpringRepositoryContractIT extends RepositoryContract<Account, String> {
    @Parameter
    private TransactionSetup setup;

    private final TestDatabase database;
    private SpringTransactions transactions;

    SpringRepositoryContractIT(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected Repository<Account, String> repository(EventSink events) {
        database.execute("drop table if exists account; " + Account.TABLE);
        DataSource pool = setup.pool(database.dataSource());
        transactions = new SpringTransactions(setup.manager(pool), pool);
        return PostgresRepository.of(transactions, events, "account", new Account.Mapping());
    }

    @Override
    protected <V> V inUnitOfWork(Callable<V> work) throws Exception {
        return transactions.execute(work, outcome -> true);
    }

    @Override
    protected Account newAggregate() {
        return new Account(UUID.randomUUID().toString(), 5, 0);
    }

    @Override
    protected void change(Account account) {
        account.add(1);
    }
}
