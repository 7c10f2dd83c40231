package io.neuroglia.delivery;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database of its own for each test, on one server for all. */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Deque<DeliveryFixture> processes = new ArrayDeque<>();
    private final Deque<HikariDataSource> pools = new ArrayDeque<>();
    private final String name = "delivery_" + COUNT.incrementAndGet();
    private final HikariDataSource pool;

    public TestDatabase() {
        try {
            execute(Server.POSTGRES.dataSource(), "create database " + name);
            pool = pool(name);
            execute("create table effect (handler text not null, event text not null,"
                    + " nr bigint generated always as identity)");
        } catch (SQLException failure) {
            throw new IllegalStateException("No database for a test", failure);
        }
    }

    private static HikariDataSource pool(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Server.POSTGRES.jdbcUrlWithCredentials(name));
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    /** A process on this database, which ends with it. */
    public DeliveryFixture process() {
        return process(DeliveryFixture.quick(1_000));
    }

    public DeliveryFixture process(DeliverySettings settings) {
        DeliveryFixture process = new DeliveryFixture(this, settings);
        processes.push(process);
        return process;
    }

    /** Lets connections begin with what was set for the database meanwhile. */
    public void reconnect() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    public DataSource dataSource() {
        return pool;
    }

    /** The pool of another process, for it to lose. */
    HikariDataSource anotherPool() {
        HikariDataSource another = pool(name);
        pools.push(another);
        return another;
    }

    public void execute(String sql) throws SQLException {
        execute(pool, sql);
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows. */
    public List<String> texts(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Whether every event is finished with each of its handlers. */
    public boolean nothingIsLeft() {
        return texts("select 1 from neuroglia.work" + " union all select 1 from neuroglia.delivery")
                .isEmpty();
    }

    @Override
    public void close() {
        processes.forEach(DeliveryFixture::close);
        pools.forEach(HikariDataSource::close);
        pool.close();
    }

    /** Started by the first test that needs it; stopped with the JVM. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES =
                EmbeddedPostgres.temporary().start();
    }
}
