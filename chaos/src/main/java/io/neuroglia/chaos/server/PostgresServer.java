package io.neuroglia.chaos.server;

import io.neuroglia.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server, durable as in production, that can be killed and started again. It stops with this JVM; if this
 * JVM is killed, the next run ends it. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts an empty server.
     *
     * @return a server that accepts connections
     */
    public static PostgresServer start() {
        return new PostgresServer(EmbeddedPostgres.temporary()
                .durable(true)
                .setting("max_connections", "200")
                .setting("shared_buffers", "32MB")
                .setting("max_wal_size", "256MB")
                .setting("autovacuum_naptime", "5s")
                .start());
    }

    /** Kills the server and all its workers, as the death of their machine would. */
    public void kill() {
        server.kill();
    }

    /** Starts the killed server, which recovers from its log. */
    public void startAgain() {
        server.restart();
    }

    /** The address of a database, with credentials. */
    public String url(String database) {
        return server.jdbcUrlWithCredentials(database);
    }

    /** Connections to a database for observers. */
    public PGSimpleDataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(database) + "&ApplicationName=onlooker");
        return dataSource;
    }

    /** Creates a database as a copy of another one to which nobody is connected. */
    public void createDatabase(String name, String template) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        }
    }

    /** Ends the connections of all applications whose name has a prefix. */
    public void terminate(String applicationName) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                PreparedStatement terminate =
                        connection.prepareStatement("select pg_terminate_backend(pid) from pg_stat_activity where"
                                + " starts_with(application_name, ?)")) {
            terminate.setString(1, applicationName);
            terminate.execute();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
