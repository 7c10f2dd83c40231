package io.neuroglia.delivery.claiming;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.delivery.policy.Policies;
import io.neuroglia.delivery.recording.Recorder;
import io.neuroglia.delivery.recording.Recorder.Recorded;
import io.neuroglia.delivery.running.DatabaseClock;
import io.neuroglia.delivery.running.Deliveries;
import io.neuroglia.delivery.running.DeliveryObserver;
import io.neuroglia.delivery.running.HeldWork;
import io.neuroglia.delivery.running.Outcome;
import io.neuroglia.delivery.running.OutcomeListener;
import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.GuardedLog;
import io.neuroglia.delivery.schema.OutageLog;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.delivery.storing.FastPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One thread with one connection that does all of a process's work on the tables: it renews the lease, records outcomes and
 * takes up work. So the lease proves that the worker makes progress; if the thread hangs, the lease expires and others take
 * over. Whatever is thrown ends one round, never the thread; when the connection or something that must not fail has
 * failed, the process gives up its incarnation and begins another. Any thread may call the public methods.
 *
 * @since 0.1
 */
public final class Worker implements FastPath {
    private static final GuardedLog LOG = GuardedLog.of(Worker.class);
    private static final long LONGEST_WAIT_MILLIS = 100;
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long ANNOUNCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Timing timing;
    private final String channel;
    private final DedicatedConnection connection;
    private final Lease lease;
    private final HeldWork held;
    private final Recorder recorder;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final WorkFinder finder;
    private final @Nullable WorkNotices notices;
    private final DeliveryObserver observer;
    private final Thread thread =
            Thread.ofPlatform().name("neuroglia-worker").daemon().unstarted(this::run);
    private final Queue<HandlerKey> stored = new ConcurrentLinkedQueue<>();
    private final OutageLog working = new OutageLog("Recording and taking up deliveries");
    private volatile boolean backlog = true;
    private volatile boolean announcing;
    private volatile boolean claiming = true;
    private volatile boolean stopped;
    private volatile @Nullable Throwable broken;
    private volatile @Nullable Throwable lastFailure;
    private long lastAnnounced = System.nanoTime();
    private long nextRenewal = System.nanoTime();
    private long nextCheck = System.nanoTime();
    private long nextLook = System.nanoTime();

    /**
     * A worker of one run, not started yet.
     *
     * @param dataSource gives it one connection, two to listen to other processes
     * @param timing when it does what
     * @param tools what it works with
     * @param limits what deliveries may use
     */
    public Worker(DataSource dataSource, Timing timing, Tools tools, Deliveries.Limits limits) {
        Schema schema = limits.schema();
        this.timing = timing;
        this.channel = schema.name() + "_work";
        this.connection = DedicatedConnection.impatient(dataSource, timing.lease());
        this.lease = new Lease(schema, timing.processName(), timing.lease());
        this.held = new HeldWork(timing.maxInFlight());
        this.recorder = new Recorder(schema, held);
        this.deliveries = new Deliveries(
                tools.transactions(),
                tools.known(),
                tools.policies(),
                limits,
                new Deliveries.Watch(tools.observer(), lease.clock()),
                new Ended());
        this.dispatcher = new Dispatcher(new EventTable(schema), held, recorder, deliveries);
        this.finder = new WorkFinder(
                connection, lease, schema, new WorkFinder.Tools(held, tools.known(), deliveries, dispatcher));
        this.notices =
                timing.listen() ? new WorkNotices(DedicatedConnection.of(dataSource), channel, this::lookSoon) : null;
        this.observer = tools.observer();
    }

    /**
     * Begins an incarnation and starts the threads.
     *
     * @throws SQLException if the database cannot be reached
     */
    public void start() throws SQLException {
        try {
            connection.run(lease::begin);
        } catch (Throwable failure) {
            connection.close();
            throw failure;
        }
        nextRenewal = System.nanoTime() + timing.heartbeat().toNanos();
        deliveries.start();
        if (notices != null) {
            Thread.ofPlatform().name("neuroglia-listener").daemon().start(notices);
        }
        thread.start();
    }

    /**
     * Stops: takes up nothing more, waits for deliveries under way, records their outcomes and gives the lease back.
     *
     * @param timeout how long deliveries under way are waited for
     */
    public void stop(Duration timeout) {
        claiming = false;
        deliveries.stopBeginning();
        if (notices != null) {
            notices.stop();
        }
        try {
            if (!held.awaitNone(timeout)) {
                LOG.warn(
                        "Deliveries still ran after {} ms; they are broken off and repeated later", timeout.toMillis());
                deliveries.breakOff();
                held.awaitNone(Duration.ofSeconds(1));
            }
            stopped = true;
            recorder.wakeUp();
            thread.join(timing.lease());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            stopped = true;
            deliveries.stop();
        }
    }

    /**
     * Whether the current thread is inside a handler of this run.
     *
     * @return true if so
     */
    public boolean isInsideHandler() {
        return deliveries.isCurrent();
    }

    /**
     * Why the last round failed, if it did.
     *
     * @return null while everything works
     */
    public @Nullable Throwable lastFailure() {
        return lastFailure;
    }

    /**
     * Calls whose time is over and whose threads are still inside their handlers.
     *
     * @return how many, by handler
     */
    public Map<String, Integer> abandonedCalls() {
        return deliveries.abandonedCalls();
    }

    /**
     * The database's clock, for measuring.
     *
     * @return the clock
     */
    public DatabaseClock clock() {
        return lease.clock();
    }

    /** There may be work, so the next look need not wait. */
    public void lookSoon() {
        backlog = true;
        recorder.wakeUp();
    }

    /** All waiting deliveries are to be looked at. */
    public void visitAll() {
        finder.visitAll();
        lookSoon();
    }

    @Override
    public @Nullable Long owner() {
        return claiming ? lease.incarnation() : null;
    }

    @Override
    public HeldWork held() {
        return held;
    }

    @Override
    public OffsetDateTime horizon() {
        return finder.horizon().stored();
    }

    @Override
    public void deliver(EventMessage event, List<String> handlers, long owner) {
        dispatcher.deliver(event, handlers, owner);
    }

    @Override
    public void waiting(Collection<HandlerKey> keys) {
        recorder.await(keys);
        stored.addAll(keys);
        recorder.wakeUp();
    }

    @Override
    public void unowned() {
        announcing = timing.listen();
        lookSoon();
    }

    @Override
    public void outcomeUnknown() {
        finder.sweepSoon();
        lookSoon();
    }

    private void run() {
        while (!stopped || !recorder.isIdle()) {
            try {
                round();
                lastFailure = null;
                working.succeeded();
            } catch (Throwable failure) {
                failed(failure);
                if (stopped) {
                    break;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS));
            }
        }
        end();
    }

    private void failed(Throwable failure) {
        try {
            lastFailure = failure;
            nextLook = System.nanoTime() + timing.poll().toNanos();
            if (!(failure instanceof SQLException)) {
                LOG.error("The worker of durable delivery failed; going on as another incarnation", failure);
                giveUpIncarnation();
            }
            working.failed(failure);
            observer.leaseNotRenewed();
        } catch (Throwable alsoFailed) {
            lastFailure = alsoFailed;
        }
    }

    private void round() throws InterruptedException, SQLException {
        long owner = keepLease();
        recorder.gather(untilNext());
        Recorded recorded = connection.call(open -> recorder.write(open, owner));
        recorded.pauses().forEach(this::lookAfter);
        announce();
        if (claiming) {
            takeSuccessors(recorded.successors(), owner);
            check(owner);
            if (lookIsDue()) {
                look(owner);
            }
        }
    }

    /** Renews the lease when it is time, and begins another incarnation when it is lost. */
    private long keepLease() throws SQLException {
        Throwable fatal = broken;
        if (fatal != null) {
            broken = null;
            giveUpIncarnation();
            LOG.error("An outcome may be lost; going on as another incarnation", fatal);
        }
        boolean isHeld = connection.isOpen() && lease.incarnation() != null;
        boolean isDue = System.nanoTime() - nextRenewal >= 0;
        if (!isHeld || (isDue && !connection.call(lease::renew))) {
            giveUpIncarnation();
            connection.run(lease::begin);
            finder.visitAll();
            backlog = true;
            isDue = true;
        }
        if (isDue) {
            nextRenewal = System.nanoTime() + timing.heartbeat().toNanos();
        }
        Long owner = lease.incarnation();
        if (owner == null) {
            throw new SQLException("The lease expired while it was renewed: the database answers too slowly");
        }
        return owner;
    }

    /** What it owned is free at once, if the database can be reached. */
    private void giveUpIncarnation() throws SQLException {
        Long ended = lease.lost();
        recorder.clear();
        held.clear();
        if (ended != null && connection.isOpen()) {
            connection.run(open -> lease.giveUp(open, ended));
        }
    }

    private void takeSuccessors(Collection<HandlerKey> finished, long owner) throws SQLException {
        List<HandlerKey> changed = new ArrayList<>(finished);
        for (HandlerKey key = stored.poll(); key != null; key = stored.poll()) {
            changed.add(key);
        }
        Collection<HandlerKey> idle = finder.takeSuccessors(changed, owner);
        idle.retainAll(finished);
        recorder.awaitNoMore(idle);
    }

    /** Ends dead incarnations of other processes, and lets what waits behind a slow handler make room. */
    private void check(long owner) throws SQLException {
        if (System.nanoTime() - nextCheck >= 0) {
            nextCheck = System.nanoTime() + CHECK_NANOS;
            deliveries.makeRoom(finder.isFullForIdleHandlers());
            if (connection.call(open -> lease.endDead(open, owner)) > 0) {
                finder.visitAll();
                backlog = true;
            }
        }
    }

    private boolean lookIsDue() {
        return System.nanoTime() - nextLook >= 0 || (backlog && finder.hasRoom());
    }

    private void look(long owner) throws SQLException {
        boolean timed = System.nanoTime() - nextLook >= 0;
        if (timed) {
            nextLook = System.nanoTime() + timing.poll().toNanos();
        }
        backlog = false;
        backlog = finder.look(owner, timed) || backlog;
        if (timed) {
            lookAfter(finder.untilNextLeaseEnds());
        }
    }

    /** So that what is due before the next look does not wait for it. */
    private void lookAfter(@Nullable Duration pause) {
        if (pause != null) {
            nextLook = Math.min(nextLook, System.nanoTime() + pause.toNanos());
        }
    }

    private void announce() throws SQLException {
        if (announcing && System.nanoTime() - lastAnnounced >= ANNOUNCE_NANOS) {
            announcing = false;
            lastAnnounced = System.nanoTime();
            connection.run(open -> WorkNotices.announce(open, channel));
        }
    }

    /** How long to wait for outcomes, no longer than until the next duty. */
    private long untilNext() {
        long next = Math.min(Math.min(nextLook, nextRenewal), nextCheck);
        long left = TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime());
        return claiming ? Math.clamp(left, 1, LONGEST_WAIT_MILLIS) : LONGEST_WAIT_MILLIS;
    }

    private void end() {
        try {
            if (connection.isOpen()) {
                Long ended = lease.end();
                if (ended != null) {
                    connection.run(open -> lease.end(open, ended));
                }
                if (timing.listen()) {
                    connection.run(open -> WorkNotices.announce(open, channel));
                }
            }
        } catch (Throwable failure) {
            LOG.warn("The lease could not be given back; others take over when they notice", failure);
        } finally {
            connection.close();
        }
    }

    /** Outcomes on their way from the deliveries to the recorder. */
    private final class Ended implements OutcomeListener {
        @Override
        public boolean owns(long incarnation) {
            Long own = lease.incarnation();
            return own != null && own == incarnation;
        }

        @Override
        public void ended(Outcome outcome) {
            recorder.add(outcome);
        }

        @Override
        public void broken(Throwable failure) {
            Worker.this.broken = failure;
            recorder.wakeUp();
        }
    }

    /**
     * When a worker does what.
     *
     * @param processName shown where somebody looks for the process that owns work
     * @param lease how long the process owns its work without a sign of life
     * @param heartbeat how often the lease is renewed
     * @param poll how often work is looked for
     * @param maxInFlight how many events the process owns at most
     * @param listen whether to hear at once from other processes that there is work
     * @since 0.1
     */
    public record Timing(
            String processName, Duration lease, Duration heartbeat, Duration poll, int maxInFlight, boolean listen) {}

    /**
     * What a worker works with.
     *
     * @param transactions in which handlers are called
     * @param known handlers and event types of the process
     * @param policies of all handlers
     * @param observer told of attempts
     * @since 0.1
     */
    public record Tools(Transactions transactions, Subscriptions known, Policies policies, DeliveryObserver observer) {}
}
