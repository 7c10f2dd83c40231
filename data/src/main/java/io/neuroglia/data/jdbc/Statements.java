package io.neuroglia.data.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Prepares statements. */
final class Statements {
    private Statements() {}

    /** A statement with its parameters; the caller's to close. An array of texts becomes one of the database. */
    static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                Object value = parameters[i];
                statement.setObject(
                        i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
            }
            return statement;
        } catch (SQLException cause) {
            statement.close();
            throw cause;
        }
    }
}
