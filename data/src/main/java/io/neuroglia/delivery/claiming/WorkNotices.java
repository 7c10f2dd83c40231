package io.neuroglia.delivery.claiming;

import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.OutageLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears from other processes that there is work for whoever has room. Notices are sent outside of business transactions,
 * whose commits they would slow down; whoever misses one finds the work at the next look. One thread runs it; any may stop
 * it.
 */
final class WorkNotices implements Runnable {
    private static final int WAIT_MILLIS = 500;

    private final DedicatedConnection connection;
    private final String channel;
    private final Runnable heard;
    private final OutageLog listening = new OutageLog("Listening for work of other processes");
    private volatile boolean stopped;

    WorkNotices(DedicatedConnection connection, String channel, Runnable heard) {
        this.connection = connection;
        this.channel = channel;
        this.heard = heard;
    }

    /** Tells all processes that there is work. Not for a business transaction. */
    static void announce(Connection connection, String channel) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("notify " + channel);
        }
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                connection.run(this::listen);
            } catch (Throwable failure) {
                listening.failed(failure);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
        connection.close();
    }

    private void listen(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("listen " + channel);
            listening.succeeded();
            heard.run(); // of what was announced before
            PGConnection notices = open.unwrap(PGConnection.class);
            while (!stopped) {
                PGNotification[] received = notices.getNotifications(WAIT_MILLIS);
                if (received != null && received.length > 0) {
                    heard.run();
                }
            }
            statement.execute("unlisten " + channel); // the connection goes back to a pool
        }
    }
}
