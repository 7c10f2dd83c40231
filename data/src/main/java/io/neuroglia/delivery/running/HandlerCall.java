package io.neuroglia.delivery.running;

import io.neuroglia.data.jdbc.ConnectionTransaction;
import io.neuroglia.data.jdbc.ConnectionUse;
import io.neuroglia.delivery.schema.GuardedLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A call of a handler on the current thread, for one delivery or several that share its transaction. When its time is over,
 * its running statement is cancelled, or its thread is interrupted if it runs none: an interruption inside the driver would
 * close the connection. A call that does not react is abandoned: it gives back its connection's permit, its deliveries
 * have failed, and its transaction cannot commit any more. The time does not cover the commit. Thread-safe.
 */
final class HandlerCall implements ConnectionUse {
    private static final GuardedLog LOG = GuardedLog.of(HandlerCall.class);
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String DRIVER = "org.postgresql.";

    private final String handler;
    private final ConnectionShare share;
    private final Thread thread = Thread.currentThread();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Object cancelling = new Object();
    private State state = State.RUNNING;
    private Duration timeout;
    private long begun = System.nanoTime();
    private boolean waiting;
    private boolean holdsPermit;
    private boolean brokenOff;
    private @Nullable Supplier<? extends @Nullable Connection> connection;

    HandlerCall(Delivery first, ConnectionShare share, Duration timeout) {
        this.handler = first.handler();
        this.share = share;
        this.timeout = timeout;
        deliveries.add(first);
    }

    /** The deliveries of this call, the first first. */
    synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Another delivery joins, with a time of its own; false if it is too late for that. */
    synchronized boolean join(Delivery next, Duration nextTimeout) {
        if (state != State.RUNNING || brokenOff) {
            return false;
        }
        deliveries.add(next);
        timeout = nextTimeout;
        begun = System.nanoTime();
        return true;
    }

    /** Whether the handler has sent a statement to the database so far. */
    boolean usesDatabase() throws SQLException {
        Connection used = opened();
        return used != null && ConnectionTransaction.isOpen(used);
    }

    /** Asked before the commit, which the time does not cover; false if the call was abandoned. */
    synchronized boolean mayCommit() {
        if (state == State.ABANDONED) {
            return false;
        }
        state = State.COMMITTING;
        clearInterruption();
        return true;
    }

    /** Ends the call; false if it was abandoned, so that its deliveries have failed already. */
    synchronized boolean end() {
        if (state == State.ABANDONED) {
            return false;
        }
        state = State.ENDED;
        clearInterruption();
        return true;
    }

    /** What a failure of the handler means: its time was over, if it was broken off because of that. */
    synchronized Throwable cause(Throwable failure) {
        return brokenOff ? timedOut(failure) : failure;
    }

    /**
     * Breaks the call off if its time is over, or abandons it.
     *
     * @return why its deliveries have failed, if it was abandoned now
     */
    @Nullable
    TimeoutException check(long now) {
        synchronized (this) {
            long over = now - begun - timeout.toNanos();
            if (state != State.RUNNING || waiting || over < 0) {
                return null;
            }
            if (brokenOff) {
                return over < GRACE_NANOS ? null : abandon();
            }
        }
        breakOff();
        return null;
    }

    /** Cancels the running statement, or interrupts the thread if it runs none. */
    void breakOff() {
        synchronized (cancelling) {
            synchronized (this) {
                if (state != State.RUNNING) {
                    return;
                }
                brokenOff = true;
                if (!isInDriver()) {
                    thread.interrupt();
                    return;
                }
            }
            Connection used = opened();
            if (used != null) {
                cancel(used);
            }
        }
    }

    @Override
    public void beforeTaking() throws InterruptedException {
        long asked = System.nanoTime();
        setWaiting(true);
        try {
            share.acquire(handler);
        } finally {
            setWaiting(false);
            postpone(System.nanoTime() - asked);
        }
        if (!keepPermit()) {
            share.release(handler);
            throw new InterruptedException("The call was abandoned");
        }
    }

    @Override
    public synchronized void taken(Supplier<? extends @Nullable Connection> opened) {
        connection = opened;
    }

    /** Not before a cancellation has reached the database, so that it does not hit a later statement. */
    @Override
    public void givenBack() {
        synchronized (cancelling) {
            synchronized (this) {
                connection = null;
                releasePermit();
            }
        }
    }

    private synchronized @Nullable Connection opened() {
        return connection == null ? null : connection.get();
    }

    private TimeoutException abandon() {
        state = State.ABANDONED;
        releasePermit();
        TimeoutException failure = timedOut(null);
        failure.setStackTrace(thread.getStackTrace());
        return failure;
    }

    private synchronized void setWaiting(boolean isWaiting) {
        waiting = isWaiting;
    }

    private synchronized void postpone(long nanos) {
        begun += nanos;
    }

    private synchronized boolean keepPermit() {
        holdsPermit = state != State.ABANDONED;
        return holdsPermit;
    }

    private void releasePermit() {
        if (holdsPermit) {
            holdsPermit = false;
            share.release(handler);
        }
    }

    /** The interruption was meant for the handler, not for what its thread does next. */
    private void clearInterruption() {
        if (brokenOff && thread.equals(Thread.currentThread())) {
            Thread.interrupted();
        }
    }

    private boolean isInDriver() {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(DRIVER));
    }

    private static void cancel(Connection used) {
        try {
            if (used.isWrapperFor(PGConnection.class)) {
                used.unwrap(PGConnection.class).cancelQuery();
            }
        } catch (Throwable failure) { // the call is abandoned a little later
            LOG.warn("The statement of a handler whose time is over could not be cancelled", failure);
        }
    }

    private TimeoutException timedOut(@Nullable Throwable cause) {
        TimeoutException timedOut = new TimeoutException("The handler " + handler + " did not end within "
                + timeout.toMillis() + " ms" + (cause == null ? " and did not react when it was interrupted" : ""));
        timedOut.initCause(cause);
        return timedOut;
    }

    private enum State {
        RUNNING,
        COMMITTING,
        ENDED,
        ABANDONED
    }
}
