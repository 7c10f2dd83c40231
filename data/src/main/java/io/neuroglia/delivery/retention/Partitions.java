package io.neuroglia.delivery.retention;

import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedSet;
import java.util.TreeSet;

/** The statements on the daily partitions of {@code event} and {@code handled}. Thread-safe. */
final class Partitions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String DAYS = """
        select to_date(right(c.relname, 8), 'YYYYMMDD')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ? and c.relname ~ ? and c.relkind = 'r' and c.relispartition = ?\
        """;

    private final Schema schema;

    Partitions(Schema schema) {
        this.schema = schema;
    }

    /** By the database's clock, in UTC. */
    LocalDate today(Connection connection) throws SQLException {
        return days(connection, "select (clock_timestamp() at time zone 'UTC')::date")
                .first();
    }

    /** Days that have a partition. */
    SortedSet<LocalDate> attached(Connection connection, PartitionedTable table) throws SQLException {
        return named(connection, table, true);
    }

    /** Days whose table was detached and not dropped yet. */
    SortedSet<LocalDate> detached(Connection connection, PartitionedTable table) throws SQLException {
        return named(connection, table, false);
    }

    /** Days of rows that found no partition of their own. */
    SortedSet<LocalDate> strayDays(Connection connection, PartitionedTable table) throws SQLException {
        return days(
                connection,
                "select distinct (" + table.time() + " at time zone 'UTC')::date from " + schema + "."
                        + table.tableName() + "_default");
    }

    /**
     * Creates the partition of a day, and moves what the default partition has of it. A row that is on its way to the default
     * partition meanwhile would be refused, so nobody inserts while it may be of that day. Attaching builds the index, which is
     * faster than to keep it up to date row by row.
     */
    void create(Connection connection, PartitionedTable table, LocalDate day, LocalDate today) throws SQLException {
        String parent = schema + "." + table.tableName();
        String partition = name(table, day);
        String isOfDay = table.time() + " >= " + from(day) + " and " + table.time() + " < " + from(day.plusDays(1));
        String mode = table.mayBeInserted(day, today) ? "share row exclusive" : "share update exclusive";
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table only " + parent + " in " + mode + " mode");
            if (attached(connection, table).contains(day)) {
                return;
            }
            statement.execute("lock table " + parent + "_default in access exclusive mode");
            statement.execute("create table " + partition + " (like " + parent + " including all excluding indexes)");
            statement.execute("with moved as (delete from " + parent + "_default where " + isOfDay
                    + " returning *) insert into " + partition + " select * from moved");
            statement.execute("alter table " + parent + " attach partition " + partition + " for values from ("
                    + from(day) + ") to (" + from(day.plusDays(1)) + ")");
        }
    }

    /** Whether every event of a day is finished with all its handlers. */
    boolean isFinished(Connection connection, LocalDate day) throws SQLException {
        String sql = schema.sql("""
            select not exists (select 1 from neuroglia.work where stored_at >= ? and stored_at < ?)
                and not exists (select 1 from neuroglia.delivery where event_stored_at >= ? and event_stored_at < ?)\
            """);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 4; i++) {
                LocalDate bound = i % 2 == 1 ? day : day.plusDays(1);
                select.setObject(i, bound.atStartOfDay().atOffset(ZoneOffset.UTC));
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /**
     * Takes a finished day out of both tables, so that what protects against duplicates goes together with what could be
     * duplicated. The tables are locked first and checked then: a replay that began before has stored its deliveries.
     *
     * @return false if something of the day is unfinished
     */
    boolean detach(Connection connection, LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "lock table only " + schema + ".event, only " + schema + ".handled in access exclusive mode");
            if (!isFinished(connection, day)) {
                return false;
            }
            for (PartitionedTable table : PartitionedTable.values()) {
                if (attached(connection, table).contains(day)) {
                    statement.execute("alter table " + schema + "." + table.tableName() + " detach partition "
                            + name(table, day));
                }
            }
            return true;
        }
    }

    /** Drops a table that is detached, which locks nothing that anybody uses. */
    void drop(Connection connection, PartitionedTable table, LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table " + name(table, day));
        }
    }

    private SortedSet<LocalDate> named(Connection connection, PartitionedTable table, boolean isAttached)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DAYS)) {
            select.setString(1, schema.name());
            select.setString(2, "^" + table.tableName() + "_d[0-9]{8}$");
            select.setBoolean(3, isAttached);
            return days(select);
        }
    }

    private static SortedSet<LocalDate> days(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            return days(select);
        }
    }

    private static SortedSet<LocalDate> days(PreparedStatement select) throws SQLException {
        SortedSet<LocalDate> days = new TreeSet<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
        }
        return days;
    }

    private String name(PartitionedTable table, LocalDate day) {
        return schema + "." + table.tableName() + "_d" + DAY.format(day);
    }

    private static String from(LocalDate day) {
        return "'" + day + " 00:00Z'";
    }

    /** A table with a partition for each day. */
    enum PartitionedTable {
        EVENT("event", "stored_at"),
        HANDLED("handled", "event_stored_at");

        private final String tableName;
        private final String time;

        PartitionedTable(String tableName, String time) {
            this.tableName = tableName;
            this.time = time;
        }

        String tableName() {
            return tableName;
        }

        String time() {
            return time;
        }

        /** Events are stored today; notes that they were handled follow as long as events live. */
        boolean mayBeInserted(LocalDate day, LocalDate today) {
            return this == EVENT ? day.equals(today) : !day.isAfter(today);
        }
    }
}
