package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the partitions of the coming days and drops those whose events are finished and old enough. */
final class Housekeeping implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int DAYS_AHEAD = 3;
    private static final String PREFIX = "event_d";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final DataSource dataSource;
    private final DeliverySettings settings;

    Housekeeping(DataSource dataSource, DeliverySettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    @Override
    public void run() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '2s'");
                statement.execute("select pg_advisory_xact_lock(hashtext('neuroglia.housekeeping'))");
                LocalDate today = today(statement);
                prepare(statement, today);
                drop(statement, today.minusDays(settings.retention().toDays()));
                HandledTable.forget(connection, settings.retention().plusDays(1));
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("Old and coming partitions of the event table are looked after an hour later", failure);
        }
    }

    private static LocalDate today(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select (clock_timestamp() at time zone 'UTC')::date")) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    private static void prepare(Statement statement, LocalDate today) throws SQLException {
        for (LocalDate day = today; !day.isAfter(today.plusDays(DAYS_AHEAD)); day = day.plusDays(1)) {
            statement.execute("create table if not exists neuroglia." + PREFIX + DAY.format(day)
                    + " partition of neuroglia.event for values from ('" + day + " 00:00Z') to ('" + day.plusDays(1)
                    + " 00:00Z') with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02)");
        }
    }

    private static void drop(Statement statement, LocalDate before) throws SQLException {
        for (String partition : partitions(statement)) {
            LocalDate day = LocalDate.parse(partition.substring(PREFIX.length()), DAY);
            if (day.isBefore(before) && isFinished(statement, partition)) {
                statement.execute("drop table neuroglia." + partition);
                LOG.info("Dropped the finished events of {}", day);
            }
        }
    }

    private static List<String> partitions(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select c.relname from pg_inherits i"
                + " join pg_class c on c.oid = i.inhrelid"
                + " where i.inhparent = 'neuroglia.event'::regclass and c.relname ~ '^" + PREFIX + "[0-9]{8}$'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static boolean isFinished(Statement statement, String partition) throws SQLException {
        try (ResultSet row = statement.executeQuery("select not exists (select 1 from neuroglia." + partition
                + " where pending <> '{}') and not exists (select 1 from neuroglia.delivery d join neuroglia."
                + partition + " e on e.id = d.event_id)")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
