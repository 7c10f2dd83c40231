package io.neuroglia.testing.conformance;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract holds whatever a pool's defaults are. */
@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@EnumSource(names = {"WITHOUT_AUTO_COMMIT", "REPEATABLE_READ"})
class PostgresRepositoryOnPoolsIT extends AnyAggregateContract {
    @Parameter
    private PoolDefaults defaults;

    private final TestDatabase database;
    private JdbcTransactions transactions;

    PostgresRepositoryOnPoolsIT(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected Repository<Parcel, Parcel.Id> repository(EventSink events) {
        database.execute("drop table if exists parcel; create table parcel"
                + " (id text primary key, version bigint not null, state jsonb not null)");
        transactions = new JdbcTransactions(defaults.of(database.dataSource()));
        return PostgresRepository.of(transactions, events, "parcel", new ParcelMapping());
    }

    @Override
    protected <V> V inUnitOfWork(Callable<V> work) throws Exception {
        return transactions.execute(work, outcome -> true);
    }
}
