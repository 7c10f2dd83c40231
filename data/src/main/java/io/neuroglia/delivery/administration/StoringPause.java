package io.neuroglia.delivery.administration;

import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps work from being stored until a transaction has committed that replays events with a key. Without it, a transaction
 * that stores an event of the key and ends a moment later knows nothing of the replayed ones, nor they of its event, and
 * both are delivered at once. Waits only some milliseconds for those who are storing, as everybody else queues behind it,
 * and tries again.
 */
final class StoringPause {
    private static final int TRIES = 40;
    private static final String BLOCKED = "55P03";
    private static final String LOCK = "lock table neuroglia.work in share row exclusive mode";

    private StoringPause() {}

    /** Begins the pause, to be followed by a commit at once; false if somebody has been storing all the time. */
    static boolean begin(Connection connection, Schema schema) throws SQLException {
        for (int tried = 0; tried < TRIES; tried++) {
            if (lock(connection, schema)) {
                return true;
            }
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(20, 80)));
        }
        return false;
    }

    private static boolean lock(Connection connection, Schema schema) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            String timeout = timeout(statement);
            statement.execute("set local lock_timeout = '20ms'");
            statement.execute(schema.sql(LOCK));
            statement.execute("set local lock_timeout = '" + timeout + "'");
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException failure) {
            if (!BLOCKED.equals(failure.getSQLState())) {
                throw failure;
            }
            connection.rollback(before);
            return false;
        }
    }

    private static String timeout(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("show lock_timeout")) {
            row.next();
            return row.getString(1);
        }
    }
}
