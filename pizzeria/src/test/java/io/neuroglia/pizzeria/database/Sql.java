package io.neuroglia.pizzeria.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Statements on a server.
 *
 * @param url where it listens
 * @param password what it asks for
 */
record Sql(String url, String password) {

    static Sql on(EmbeddedDatabaseServer server) {
        return new Sql(server.jdbcUrl(), server.password());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, PostgresCluster.USERNAME, password);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
