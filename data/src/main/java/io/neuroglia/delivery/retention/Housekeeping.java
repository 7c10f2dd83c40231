package io.neuroglia.delivery.retention;

import io.neuroglia.delivery.retention.Partitions.PartitionedTable;
import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.GuardedLog;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the daily partitions: creates those of the coming days and of whatever the default partition has caught, and drops
 * those whose events are finished and older than the retention. Each step is a transaction of its own that waits for a lock
 * only some milliseconds, so that it never holds up the application, and is tried several times; one that fails is left to
 * the next run and never stops the others. Of several processes one does it. Thread-safe.
 *
 * @since 0.1
 */
public final class Housekeeping {
    private static final GuardedLog LOG = GuardedLog.of(Housekeeping.class);
    private static final int DAYS_AHEAD = 3;
    private static final int TRIES = 30;
    private static final String LOCK_TIMEOUT = "set local lock_timeout = '20ms'";
    private static final String ONLY_ONE =
            "select pg_try_advisory_lock(hashtextextended('neuroglia./housekeeping', 20726))";
    private static final String ONE_LESS =
            "select pg_advisory_unlock(hashtextextended('neuroglia./housekeeping', 20726))";

    private final DataSource dataSource;
    private final Schema schema;
    private final Partitions partitions;
    private final Duration retention;
    private final boolean createsAndDrops;
    private volatile Status status = new Status(null, List.of());

    /**
     * Housekeeping of a schema.
     *
     * @param dataSource the database
     * @param schema of the tables
     * @param retention how long finished events are kept, in whole days
     * @param createsAndDrops whether partitions are created and dropped; false if somebody else does, with more privileges
     */
    public Housekeeping(DataSource dataSource, Schema schema, Duration retention, boolean createsAndDrops) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.partitions = new Partitions(schema);
        this.retention = retention;
        this.createsAndDrops = createsAndDrops;
    }

    /**
     * How the last run went.
     *
     * @return what it could not do
     */
    public Status status() {
        return status;
    }

    /** Runs once. What fails is logged, is part of the {@link #status()}, and is tried again at the next run. */
    public synchronized void run() {
        List<String> failures = new ArrayList<>();
        try (DedicatedConnection connection = DedicatedConnection.of(dataSource)) {
            if (connection.call(open -> isTrue(open, ONLY_ONE))) {
                try {
                    runSteps(connection, failures);
                } finally {
                    connection.call(open -> isTrue(open, ONE_LESS));
                }
            }
        } catch (Throwable failure) {
            failures.add("begin: " + failure);
            LOG.warn("Housekeeping of schema {} failed and is tried again later", schema, failure);
        }
        status = new Status(failures.isEmpty() ? Instant.now() : status.lastCompleted(), List.copyOf(failures));
    }

    private void runSteps(DedicatedConnection connection, List<String> failures) throws SQLException {
        LocalDate today = connection.call(partitions::today);
        LocalDate firstKept = today.minusDays(retention.toDays());
        for (PartitionedTable table : PartitionedTable.values()) {
            for (LocalDate day : missingDays(connection, table, today)) {
                if (createsAndDrops) {
                    attempt(
                            connection,
                            "create the partition of " + table.tableName() + " for " + day,
                            failures,
                            open -> {
                                partitions.create(open, table, day);
                                return true;
                            });
                } else if (!day.isAfter(today.plusDays(1))) {
                    failures.add(
                            table.tableName() + " has no partition for " + day + ": create it, see partitions.sql");
                }
            }
        }
        if (createsAndDrops) {
            detachFinished(connection, firstKept, failures);
            dropDetached(connection, firstKept, failures);
        }
        attempt(connection, "remove work without an event", failures, open -> removeOrphans(open, firstKept));
    }

    private SortedSet<LocalDate> missingDays(DedicatedConnection connection, PartitionedTable table, LocalDate today)
            throws SQLException {
        SortedSet<LocalDate> days = connection.call(open -> partitions.strayDays(open, table));
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            days.add(today.plusDays(ahead));
        }
        days.removeAll(connection.call(open -> partitions.attached(open, table)));
        return days;
    }

    private void detachFinished(DedicatedConnection connection, LocalDate firstKept, List<String> failures)
            throws SQLException {
        SortedSet<LocalDate> days = connection.call(open -> partitions.attached(open, PartitionedTable.EVENT));
        days.addAll(connection.call(open -> partitions.attached(open, PartitionedTable.HANDLED)));
        for (LocalDate day : days.headSet(firstKept)) {
            if (connection.call(open -> partitions.isFinished(open, day))) {
                attempt(
                        connection,
                        "detach the finished events of " + day,
                        failures,
                        open -> partitions.detach(open, day));
            }
        }
    }

    private void dropDetached(DedicatedConnection connection, LocalDate firstKept, List<String> failures)
            throws SQLException {
        for (PartitionedTable table : PartitionedTable.values()) {
            for (LocalDate day :
                    connection.call(open -> partitions.detached(open, table)).headSet(firstKept)) {
                boolean dropped =
                        attempt(connection, "drop the detached " + table.tableName() + " of " + day, failures, open -> {
                            partitions.drop(open, table, day);
                            return true;
                        });
                if (dropped) {
                    LOG.info("Dropped table {} of {}, older than {} days", table.tableName(), day, retention.toDays());
                }
            }
        }
    }

    /** Only what was dropped by hand leaves such rows behind: a day with unfinished events keeps its partition. */
    private boolean removeOrphans(Connection connection, LocalDate before) throws SQLException {
        var cutoff = before.atStartOfDay().atOffset(ZoneOffset.UTC);
        int removed = 0;
        for (String sql : List.of("""
            delete from neuroglia.work w where w.stored_at < ?
                and not exists (select 1 from neuroglia.event e where e.id = w.event_id and e.stored_at = w.stored_at)\
            """, """
            delete from neuroglia.delivery d where d.event_stored_at < ? and not exists (
                select 1 from neuroglia.event e where e.id = d.event_id and e.stored_at = d.event_stored_at)\
            """)) {
            removed += update(connection, sql, cutoff);
        }
        if (removed > 0) {
            LOG.error("Removed {} unfinished deliveries whose events are no longer stored", removed);
        }
        update(connection, """
            delete from neuroglia.edited_event x where x.event_stored_at < ? and not exists (
                select 1 from neuroglia.event e where e.id = x.event_id and e.stored_at = x.event_stored_at)\
            """, cutoff);
        return true;
    }

    private int update(Connection connection, String sql, Object parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(schema.sql(sql))) {
            statement.setObject(1, parameter);
            return statement.executeUpdate();
        }
    }

    /** Tries a step until it gets its locks; false if it failed or had nothing to do. */
    private boolean attempt(DedicatedConnection connection, String what, List<String> failures, Step step) {
        Throwable last = new IllegalStateException("not tried");
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                return connection.call(open -> inTransaction(open, step));
            } catch (SQLException failure) {
                last = failure;
                if (!isBlocked(failure)) {
                    break;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(20, 100)));
            } catch (RuntimeException failure) {
                last = failure;
                break;
            }
        }
        failures.add(what + ": " + last.getMessage());
        LOG.warn("Housekeeping could not {}; it is tried again later", what, last);
        return false;
    }

    private static boolean inTransaction(Connection connection, Step step) throws SQLException {
        connection.setAutoCommit(false);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK_TIMEOUT);
            }
            boolean done = step.on(connection);
            connection.commit();
            return done;
        } catch (Throwable failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Lock not available, deadlock. */
    private static boolean isBlocked(SQLException failure) {
        String state = failure.getSQLState();
        return "55P03".equals(state) || "40P01".equals(state);
    }

    private boolean isTrue(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(sql))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private interface Step {
        boolean on(Connection connection) throws SQLException;
    }

    /**
     * How the last run went. Immutable; thread-safe.
     *
     * @param lastCompleted when a run last did everything, by this node's clock; null if none did
     * @param failures what the last run could not do, a sentence each
     * @since 0.1
     */
    public record Status(@Nullable Instant lastCompleted, List<String> failures) {}
}
