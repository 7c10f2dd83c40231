package io.neuroglia.pizzeria;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A database server with an empty database for everyone who asks. */
public final class TestDatabases implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final AtomicInteger created = new AtomicInteger();

    private TestDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server. */
    public static TestDatabases start() {
        try {
            return new TestDatabases(EmbeddedPostgres.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Creates a database and answers its JDBC address. */
    public String create() {
        String name = "pizzeria" + created.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return server.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
