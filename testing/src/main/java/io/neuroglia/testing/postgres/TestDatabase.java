package io.neuroglia.testing.postgres;

import io.neuroglia.postgres.EmbeddedPostgres;
import io.neuroglia.postgres.EmbeddedPostgresException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * An empty PostgreSQL database, one of many on a real server that all tests of this JVM share. The first test that needs
 * the server starts it; it stops with the JVM.
 *
 * <p>The server trades durability for speed: {@code fsync}, {@code synchronous_commit} and {@code full_page_writes} are
 * off. What is committed survives the end of a connection or of the JVM's own threads, but not a crash of the server; a
 * test of crash safety starts an {@link EmbeddedPostgres} of its own. Its encoding is UTF-8. Thread-safe.
 *
 * <p>The server is {@linkplain EmbeddedPostgres#temporary() temporary}; its Javadoc tells how to run tests on another
 * version of PostgreSQL.
 *
 * <p>In a JUnit test {@link PostgresExtension} makes and closes one. Elsewhere, for example for Spring:
 *
 * <pre>{@code
 * static final TestDatabase DATABASE = TestDatabase.create();
 *
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *     registry.add("spring.datasource.url", DATABASE::jdbcUrl);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class TestDatabase implements AutoCloseable {
    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /**
     * A new, empty database.
     *
     * @return a database that nobody else uses
     * @throws EmbeddedPostgresException if the server cannot be started
     * @throws IllegalStateException if the server refuses to create it
     */
    public static TestDatabase create() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        run(SharedServer.get().dataSource(), "create database " + name);
        return new TestDatabase(name);
    }

    /**
     * Connections to the database as its owner. Without a pool: each is new, and closing it ends it.
     *
     * @return a new data source
     */
    public DataSource dataSource() {
        return SharedServer.get().dataSource(name);
    }

    /**
     * Where the database is, for pools and frameworks.
     *
     * @return a JDBC URL that contains the user and the password
     */
    public String jdbcUrl() {
        return SharedServer.get().jdbcUrlWithCredentials(name);
    }

    /**
     * Runs SQL on a connection of its own, such as to make the tables of a test.
     *
     * @param sql one statement, or several separated by semicolons
     * @throws IllegalStateException if the database refuses, naming the statement
     */
    public void execute(String sql) {
        run(dataSource(), sql);
    }

    /** Removes the database, and ends connections that are still open. */
    @Override
    public void close() {
        run(SharedServer.get().dataSource(), "drop database if exists " + name + " with (force)");
    }

    private static void run(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException cause) {
            throw new IllegalStateException("The test database refused " + sql + ": " + cause.getMessage(), cause);
        }
    }
}
