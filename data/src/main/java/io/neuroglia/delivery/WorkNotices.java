package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;

/**
 * Hears from other processes that there is work for whoever has room. What is announced is announced outside of business
 * transactions, whose commits a notification would slow down, and no more often than makes sense; whoever hears nothing
 * finds the work at the next look. One thread runs it; any may stop it.
 */
final class WorkNotices implements Runnable {
    private static final String CHANNEL = "neuroglia_work";
    private static final int WAIT_MILLIS = 500;

    private final DedicatedConnection connection;
    private final Runnable heard;
    private final OutageLog listening = new OutageLog("Listening for work of other processes");
    private volatile boolean stopped;

    WorkNotices(DedicatedConnection connection, Runnable heard) {
        this.connection = connection;
        this.heard = heard;
    }

    /** Tells all processes that there is work. Not for a business transaction. */
    static void announce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
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
            } catch (SQLException | RuntimeException failure) {
                listening.failed(failure);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
        connection.close();
    }

    private void listen(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("listen " + CHANNEL);
            listening.succeeded();
            heard.run(); // of what was announced before
            // What PGConnection.getNotifications(int) does; that interface needs annotations which are no dependency of
            // ours.
            QueryExecutor notices = open.unwrap(BaseConnection.class).getQueryExecutor();
            while (!stopped) {
                notices.processNotifies(WAIT_MILLIS);
                if (notices.getNotifications().length > 0) {
                    heard.run();
                }
            }
            statement.execute("unlisten " + CHANNEL); // the connection goes back to a pool
        }
    }
}
