package io.neuroglia.delivery.retention;

import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.GuardedLog;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the daily partitions: creates those of the coming days and of whatever the default partition has caught, and drops
 * those whose events are finished and older than the retention. What it cannot do it leaves to the next run. Of several
 * processes one does it. Thread-safe.
 *
 * @since 0.1
 */
public final class Housekeeping {
    private static final GuardedLog LOG = GuardedLog.of(Housekeeping.class);
    private static final String LOCK =
            "select pg_try_advisory_lock(hashtextextended('neuroglia./housekeeping', 20726))";
    private static final String UNLOCK =
            "select pg_advisory_unlock(hashtextextended('neuroglia./housekeeping', 20726))";

    private final DataSource dataSource;
    private final Schema schema;
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
        List<String> failures;
        try (DedicatedConnection connection = DedicatedConnection.of(dataSource)) {
            failures = runAlone(connection);
        } catch (Throwable failure) {
            failures = List.of("Housekeeping could not begin: " + failure.getMessage());
            LOG.warn("Housekeeping of schema {} failed and is tried again later", schema, failure);
        }
        status = new Status(failures.isEmpty() ? Instant.now() : status.lastCompleted(), List.copyOf(failures));
    }

    /** Does nothing while another process is at it. */
    private List<String> runAlone(DedicatedConnection connection) throws SQLException {
        if (!connection.call(open -> answer(open, LOCK))) {
            return List.of();
        }
        try {
            return steps(connection);
        } finally {
            connection.call(open -> answer(open, UNLOCK));
        }
    }

    private List<String> steps(DedicatedConnection connection) throws SQLException {
        HousekeepingRun run = new HousekeepingRun(connection, schema, retention.toDays());
        if (createsAndDrops) {
            run.createPartitions();
            run.detachFinishedDays();
            run.dropDetachedDays();
        } else {
            run.reportMissingPartitions();
        }
        run.removeOrphans();
        return run.failures();
    }

    private boolean answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(sql))) {
            row.next();
            return row.getBoolean(1);
        }
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
