package io.neuroglia.delivery.schema;

import io.neuroglia.data.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The schema that holds the library's own tables, beside the application's and with a migration history of its own.
 * Immutable; thread-safe.
 *
 * @since 0.1
 */
public final class Schema {
    /** The name of a schema that nobody has named otherwise. */
    public static final String DEFAULT_NAME = "neuroglia";

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final String QUALIFIER = DEFAULT_NAME + ".";
    private static final int OLDEST_SERVER = 15;
    private static final String FORBIDDEN = "42501";

    private final String name;

    private Schema(String name) {
        this.name = name;
    }

    /**
     * The schema with a name.
     *
     * @param name in lower case: letters, digits and underscores
     * @return the schema, which need not exist yet
     * @throws IllegalArgumentException if the name is not plain
     */
    public static Schema named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain schema name: " + name
                    + ". Use up to 63 lower-case letters, digits and underscores, as in shop_delivery.");
        }
        return new Schema(name);
    }

    /**
     * Name of the schema.
     *
     * @return a plain name, which needs no quotes
     */
    public String name() {
        return name;
    }

    /**
     * A statement on this schema.
     *
     * @param text the statement with every table qualified by {@value #DEFAULT_NAME}
     * @return the statement qualified by this schema
     */
    public String sql(String text) {
        return name.equals(DEFAULT_NAME) ? text : text.replace(QUALIFIER, name + ".");
    }

    /**
     * Brings the tables up to date.
     *
     * @param dataSource connects as a role that may create them
     * @throws org.flywaydb.core.api.FlywayException if they cannot be brought up to date
     */
    public void migrate(DataSource dataSource) {
        requireServer(dataSource);
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(name)
                .table("migration")
                .locations("classpath:io/neuroglia/delivery/migration")
                .load()
                .migrate();
    }

    /**
     * Checks that somebody else has created the tables.
     *
     * @param dataSource the database
     * @throws IllegalStateException if they are missing or out of bounds, saying what to do
     */
    public void requireTables(DataSource dataSource) {
        requireServer(dataSource);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select to_regclass(?) is not null")) {
            select.setString(1, name + ".edited_event");
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new IllegalStateException("Schema " + name + " has no tables of durable delivery. Run"
                            + " io/neuroglia/delivery/migration/V1__durable_delivery.sql"
                            + " of neuroglia-data in it, or let the library"
                            + " do so"
                            + " (DeliverySettings.withSchemaManagement).");
                }
            }
        } catch (SQLException cause) {
            if (FORBIDDEN.equals(cause.getSQLState())) {
                throw new IllegalStateException(
                        "The role of the data source may not use schema " + name
                                + ". Let its owner grant what io/neuroglia/delivery/grants.sql of neuroglia-data"
                                + " names.",
                        cause);
            }
            throw SqlFailures.of("Cannot look for the tables of schema " + name, cause);
        }
    }

    /**
     * Records which application the schema belongs to, or checks it, so that a second application cannot take its events.
     *
     * @param dataSource the database
     * @param application name of the application that is about to use it
     * @throws IllegalStateException if the schema belongs to another application
     */
    public void requireOwnedBy(DataSource dataSource, String application) {
        String recorded;
        try (DedicatedConnection connection = DedicatedConnection.of(dataSource)) {
            recorded = connection.call(open -> recordedOwner(open, application));
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot read which application schema " + name + " belongs to", cause);
        }
        if (!recorded.equals(application)) {
            throw new IllegalStateException("Schema " + name + " holds the events of the application \"" + recorded
                    + "\", so \"" + application + "\" must not deliver them. Give each application a schema of its own"
                    + " (DeliverySettings.withSchema, property neuroglia.delivery.schema). If the application was"
                    + " renamed, update the name in " + name + ".application.");
        }
    }

    private String recordedOwner(Connection open, String application) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement(
                sql("insert into neuroglia.application (name) values (?) on conflict do nothing"))) {
            insert.setString(1, application);
            insert.executeUpdate();
        }
        try (PreparedStatement select = open.prepareStatement(sql("select name from neuroglia.application"));
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static void requireServer(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            var server = connection.getMetaData();
            if (!server.getDatabaseProductName().equals("PostgreSQL")
                    || server.getDatabaseMajorVersion() < OLDEST_SERVER) {
                throw new IllegalStateException("Durable delivery needs PostgreSQL " + OLDEST_SERVER
                        + " or newer, but found " + server.getDatabaseProductName() + " "
                        + server.getDatabaseProductVersion()
                        + ". Under Spring Boot, neuroglia.delivery.enabled=false starts without it.");
            }
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot reach the database of durable delivery", cause);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
