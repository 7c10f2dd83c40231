package io.neuroglia.testing.conformance;

import io.neuroglia.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The server's end of a connection. */
final class Backend {
    private Backend() {}

    /** Ends it, as a restart of the server would, and waits until it is gone. Answers true, as an outcome of work. */
    static boolean terminate(Connection connection, TestDatabase database) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet backend = statement.executeQuery("select pg_backend_pid()")) {
            backend.next();
            database.execute("select pg_terminate_backend(" + backend.getInt(1) + ", 10000)");
        }
        return true;
    }
}
