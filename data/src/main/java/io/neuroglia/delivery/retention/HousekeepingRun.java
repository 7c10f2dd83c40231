package io.neuroglia.delivery.retention;

import io.neuroglia.delivery.retention.Partitions.PartitionedTable;
import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of one run. Each is a transaction that waits for a lock only some milliseconds, as everybody else queues behind
 * it, and is tried several times; one that fails is noted and never stops the others. For one thread.
 */
final class HousekeepingRun {
    private static final Logger LOG = LoggerFactory.getLogger(HousekeepingRun.class);
    private static final int DAYS_AHEAD = 3;
    private static final int TRIES = 20;
    private static final String LOCK_TIMEOUT = "set local lock_timeout = '20ms'";

    private final DedicatedConnection connection;
    private final Partitions partitions;
    private final Orphans orphans;
    private final LocalDate today;
    private final LocalDate firstKept;
    private final List<String> failures = new ArrayList<>();

    HousekeepingRun(DedicatedConnection connection, Schema schema, long daysKept) throws SQLException {
        this.connection = connection;
        this.partitions = new Partitions(schema);
        this.orphans = new Orphans(schema);
        this.today = connection.call(partitions::today);
        this.firstKept = today.minusDays(daysKept);
    }

    /** What could not be done, a sentence each. */
    List<String> failures() {
        return failures;
    }

    /** Creates the partitions of today, of the coming days, and of days that a default partition has rows of. */
    void createPartitions() {
        for (PartitionedTable table : PartitionedTable.values()) {
            step("look for missing partitions of " + table.tableName(), () -> {
                for (LocalDate day : missingDays(table)) {
                    inShortTransaction("create the partition of " + table.tableName() + " for " + day, open -> {
                        partitions.create(open, table, day, today);
                        return true;
                    });
                }
            });
        }
    }

    /** Reports partitions that somebody else should have created by now. */
    void reportMissingPartitions() {
        for (PartitionedTable table : PartitionedTable.values()) {
            step("look for missing partitions of " + table.tableName(), () -> {
                for (LocalDate day : missingDays(table).headSet(today.plusDays(2))) {
                    failures.add("Table " + table.tableName() + " has no partition for " + day
                            + ". Run partitions.sql regularly as a role that may create tables.");
                }
            });
        }
    }

    /** Takes days out of the tables whose retention is over and whose events are all finished. */
    void detachFinishedDays() {
        step("look for days whose retention is over", () -> {
            SortedSet<LocalDate> days = connection.call(open -> partitions.attached(open, PartitionedTable.EVENT));
            days.addAll(connection.call(open -> partitions.attached(open, PartitionedTable.HANDLED)));
            for (LocalDate day : days.headSet(firstKept)) {
                if (connection.call(open -> partitions.isFinished(open, day))) {
                    inShortTransaction("detach the finished events of " + day, open -> partitions.detach(open, day));
                }
            }
        });
    }

    /** Drops tables that were detached, by this run or by one that ended before it could. */
    void dropDetachedDays() {
        for (PartitionedTable table : PartitionedTable.values()) {
            step("look for detached partitions of " + table.tableName(), () -> {
                for (LocalDate day : connection
                        .call(open -> partitions.detached(open, table))
                        .headSet(firstKept)) {
                    drop(table, day);
                }
            });
        }
    }

    void removeOrphans() {
        inShortTransaction("remove what belongs to no event", open -> {
            orphans.remove(open, firstKept);
            return true;
        });
    }

    private void drop(PartitionedTable table, LocalDate day) {
        boolean dropped = inShortTransaction("drop the detached " + table.tableName() + " of " + day, open -> {
            partitions.drop(open, table, day);
            return true;
        });
        if (dropped) {
            LOG.info("Dropped the {} table of {}, whose retention is over", table.tableName(), day);
        }
    }

    private SortedSet<LocalDate> missingDays(PartitionedTable table) throws SQLException {
        SortedSet<LocalDate> days = connection.call(open -> partitions.strayDays(open, table));
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            days.add(today.plusDays(ahead));
        }
        days.removeAll(connection.call(open -> partitions.attached(open, table)));
        return days;
    }

    /** False if it failed or had nothing to do. */
    private boolean inShortTransaction(String what, DedicatedConnection.Query<Boolean> statements) {
        boolean[] done = {false};
        step(
                what,
                () -> done[0] = connection.inTransaction(open -> {
                    waitBrieflyForLocks(open);
                    return statements.on(open);
                }));
        return done[0];
    }

    /** Tries a step until it gets its locks. */
    private void step(String what, Step step) {
        for (int tried = 1; ; tried++) {
            try {
                step.run();
                return;
            } catch (SQLException | RuntimeException failure) {
                if (tried == TRIES || !isBlocked(failure)) {
                    failures.add("Could not " + what + ": " + failure.getMessage());
                    LOG.warn("Housekeeping could not {}; it is tried again later", what, failure);
                    return;
                }
            }
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(20, 100)));
        }
    }

    private static void waitBrieflyForLocks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK_TIMEOUT);
        }
    }

    /** Lock not available, deadlock. */
    private static boolean isBlocked(Exception failure) {
        return failure instanceof SQLException refusal
                && ("55P03".equals(refusal.getSQLState()) || "40P01".equals(refusal.getSQLState()));
    }

    private interface Step {
        void run() throws SQLException;
    }
}
