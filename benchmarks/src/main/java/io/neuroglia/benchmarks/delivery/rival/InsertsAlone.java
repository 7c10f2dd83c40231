package io.neuroglia.benchmarks.delivery.rival;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.data.jdbc.JdbcTransactions;

/** The business insert and its commit, nothing else: the measure for the others. */
final class InsertsAlone implements EventSystem {
    private final HikariDataSource pool;
    private final JdbcTransactions transactions;

    private InsertsAlone(HikariDataSource pool) {
        this.pool = pool;
        this.transactions = new JdbcTransactions(pool);
    }

    static InsertsAlone start(Database database) {
        InsertsAlone system = new InsertsAlone(database.pool());
        database.empty();
        return system;
    }

    @Override
    public void place(int order) throws Exception {
        transactions.execute(
                () -> {
                    BusinessTables.insertOrder(transactions.connection(), OrderPlaced.of(order));
                    return order;
                },
                placed -> true);
    }

    @Override
    public String drained() {
        return "true";
    }

    @Override
    public void close() {
        pool.close();
    }
}
