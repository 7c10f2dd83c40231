package io.neuroglia.benchmarks.delivery.rival;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL of our own that loses nothing it has committed, the same for all rivals. What it does is counted by
 * pg_stat_statements.
 */
public final class Database implements AutoCloseable {
    /** What every system may open at most. */
    public static final int POOL = 32;

    private final EmbeddedPostgres server;
    private final Connection own;

    private Database(EmbeddedPostgres server) throws SQLException {
        this.server = server;
        this.own = server.dataSource().getConnection();
    }

    public static Database start() {
        EmbeddedPostgres server = EmbeddedPostgres.temporary()
                .durable(true)
                .setting("shared_preload_libraries", "pg_stat_statements")
                .setting("max_connections", "120")
                .setting("shared_buffers", "512MB")
                .setting("max_wal_size", "4GB")
                .setting("checkpoint_timeout", "30min")
                .start();
        try {
            Database database = new Database(server);
            database.execute("create extension pg_stat_statements");
            database.execute("create table business_order (id bigint generated always as identity primary key,"
                    + " number integer not null, customer text not null, total numeric not null)");
            database.execute("create table effect (handler integer not null, number integer not null,"
                    + " at timestamptz not null default clock_timestamp())");
            return database;
        } catch (SQLException cause) {
            server.close();
            throw new IllegalStateException("PostgreSQL refuses connections", cause);
        }
    }

    /** A pool for one system, the same for all. */
    public HikariDataSource pool() {
        return pool(url());
    }

    public static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(POOL);
        return new HikariDataSource(config);
    }

    public String url() {
        return server.jdbcUrlWithCredentials("postgres");
    }

    public void execute(String sql) {
        try (Statement statement = own.createStatement()) {
            statement.execute(sql);
        } catch (SQLException cause) {
            throw new IllegalStateException("Refused: " + sql, cause);
        }
    }

    public long number(String query) {
        return Long.parseLong(text(query));
    }

    public boolean holds(String condition) {
        return text("select " + condition).equals("t");
    }

    public String text(String query) {
        try (Statement statement = own.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException cause) {
            throw new IllegalStateException("Refused: " + query, cause);
        }
    }

    /** The rows of a query, each with the text of its columns. */
    public List<List<String>> rows(String query) {
        try (Statement statement = own.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException cause) {
            throw new IllegalStateException("Refused: " + query, cause);
        }
    }

    /** Whether nobody else is connected, so that everything that was done has been counted. */
    public boolean isAlone() {
        return holds("not exists (select 1 from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid())");
    }

    /** Empties tables and writes out what is dirty, so that nobody pays for what came before. */
    public void empty(String... tables) {
        execute("truncate business_order, effect");
        for (String table : tables) {
            execute("truncate " + table);
        }
        execute("checkpoint");
    }

    @Override
    public void close() {
        try (own) {
            server.close();
        } catch (SQLException cause) {
            throw new IllegalStateException("The connection could not be closed", cause);
        }
    }
}
