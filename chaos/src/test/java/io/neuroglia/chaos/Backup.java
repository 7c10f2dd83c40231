package io.neuroglia.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What {@code pg_dump} does to others: one snapshot for all, and a lock on each table until the end. */
final class Backup {
    private static final String TABLES = """
        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname in ('neuroglia', 'chaos') order by c.oid\
        """;

    private Backup() {}

    /** Begins one, which lasts until its connection rolls back. */
    static Connection begin(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '10s'");
            for (String table : tables(statement)) {
                statement.execute("lock table only " + table + " in access share mode");
            }
            statement.execute("select count(*) from neuroglia.work");
        }
        return connection;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
