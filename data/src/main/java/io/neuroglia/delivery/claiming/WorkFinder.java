package io.neuroglia.delivery.claiming;

import io.neuroglia.delivery.claiming.DeliveryTable.ClaimedRow;
import io.neuroglia.delivery.claiming.Lease.Living;
import io.neuroglia.delivery.claiming.WorkTable.Claim;
import io.neuroglia.delivery.claiming.WorkTable.Claimed;
import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.naming.NameTable;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.delivery.running.Deliveries;
import io.neuroglia.delivery.running.HeldWork;
import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for work that nobody alive owns, that is due, or whose turn has come, and hands it to the dispatcher as far as
 * there is room. For the worker's thread alone.
 */
final class WorkFinder {
    private static final int CLAIM = 100;
    private static final int PAGE = 1_000;
    private static final int MOST_SUCCESSORS = 20_000;
    private static final long ADVANCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(2_500);

    private final DedicatedConnection connection;
    private final Lease lease;
    private final HeldWork held;
    private final Subscriptions known;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final WorkTable work;
    private final DeliveryTable rows;
    private final NameTable names;
    private final Horizon horizon;
    private final Set<HandlerKey> successors = new LinkedHashSet<>();
    private long nextAdvance = System.nanoTime();
    private long nextSweep = System.nanoTime();
    private long livingIncarnations;
    private @Nullable Duration untilNextLeaseEnds;
    private volatile boolean visitsAreDue;
    private volatile boolean sweepIsDue;
    private boolean visitingAll;
    private @Nullable HandlerKey visited;

    WorkFinder(DedicatedConnection connection, Lease lease, Schema schema, Tools tools) {
        this.connection = connection;
        this.lease = lease;
        this.held = tools.held();
        this.known = tools.known();
        this.deliveries = tools.deliveries();
        this.dispatcher = tools.dispatcher();
        this.work = new WorkTable(schema);
        this.rows = new DeliveryTable(schema);
        this.names = new NameTable(schema, known);
        this.horizon = new Horizon(schema);
    }

    Horizon horizon() {
        return horizon;
    }

    /** Lets the next look begin to visit all that waits. Called by any thread. */
    void visitAll() {
        visitsAreDue = true;
    }

    /** Lets the next look find what this process owns and does not have in hand. Called by any thread. */
    void sweepSoon() {
        sweepIsDue = true;
    }

    /** Whether there is room for so much that a look is worth its statements. */
    boolean hasRoom() {
        return held.room() >= Math.clamp(held.limit() / 4, 1, CLAIM);
    }

    /**
     * Takes up what comes next where something was finished or stored; what finds no room is remembered.
     *
     * @return handlers and keys for which nothing waits
     */
    Collection<HandlerKey> takeSuccessors(Collection<HandlerKey> changed, long owner) throws SQLException {
        successors.addAll(changed);
        if (successors.size() > MOST_SUCCESSORS) {
            successors.clear();
            visitAll();
        }
        int room = Math.min(PAGE, held.room());
        Set<HandlerKey> idle = successors.stream().limit(room).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!idle.isEmpty()) {
            List<ClaimedRow> claimed = claimNext(idle, owner);
            successors.removeAll(idle);
            claimed.forEach(
                    row -> idle.remove(new HandlerKey(row.handler(), Objects.requireNonNullElse(row.key(), ""))));
        }
        return idle;
    }

    /**
     * Looks once.
     *
     * @param timed whether it is time to look for everything, not only for more of what was found before
     * @return whether there may be more at once
     */
    boolean look(long owner, boolean timed) throws SQLException {
        if (System.nanoTime() - nextAdvance >= 0) {
            nextAdvance = System.nanoTime() + ADVANCE_NANOS;
            connection.run(horizon::advance);
        }
        boolean more = false;
        if (timed || visitingAll || visitsAreDue) { // first, or a process that is always full would never come to it
            more = visitHeads(owner);
        }
        more |= takeOver(owner);
        more |= takeDue(owner);
        if (sweepIsDue) { // not at once, as the database may still be at the commit whose outcome is unknown
            sweepIsDue = false;
            nextSweep = Math.min(nextSweep, System.nanoTime() + SETTLING_NANOS);
        }
        if (System.nanoTime() - nextSweep >= 0) {
            nextSweep = System.nanoTime() + SWEEP_NANOS;
            sweep(owner);
        }
        return more;
    }

    /** When another process is to be taken for dead that gives no more sign of life; null if there is no other. */
    @Nullable
    Duration untilNextLeaseEnds() {
        return untilNextLeaseEnds;
    }

    /** Whether there is work for handlers that have nothing to do here, and no room for it because of slow ones. */
    boolean isFullForIdleHandlers() throws SQLException {
        if (held.room() > held.limit() / 10) {
            return false;
        }
        List<String> idle = deliveries.idleHandlers();
        return !idle.isEmpty() && connection.call(open -> work.waitsFor(open, horizon.stored(), idle));
    }

    private boolean takeOver(long owner) throws SQLException {
        int limit = Math.min(CLAIM, held.room());
        if (limit == 0) {
            return true;
        }
        List<Claimed> claimed = connection.call(open -> work.claim(open, known.handlerNames(), claim(limit, owner)));
        dispatcher.first(connection, claimed, owner);
        return claimed.size() == limit;
    }

    private boolean takeDue(long owner) throws SQLException {
        int limit = Math.min(CLAIM, held.room());
        if (limit == 0) {
            return true;
        }
        List<ClaimedRow> due = connection.call(
                open -> rows.claimDue(open, horizon.due(), deliveries.handlersWithRoom(), limit, owner));
        dispatcher.rows(connection, due, owner);
        return due.size() == limit;
    }

    /**
     * Visits waiting deliveries, a page at each look, for those whose predecessor's finisher died between its commit and
     * its look, or that lost their predecessor to an operator. After a process has ended they are all visited at once.
     */
    private boolean visitHeads(long owner) throws SQLException {
        Living living = connection.call(open -> lease.living(open, owner));
        untilNextLeaseEnds = living.untilNextEnd();
        if (living.incarnations() != livingIncarnations || visitsAreDue) {
            visitsAreDue = false;
            livingIncarnations = living.incarnations();
            visited = null;
            visitingAll = true;
        }
        int room = Math.min(PAGE, held.room());
        if (room == 0) {
            return true;
        }
        HandlerKey from = visited;
        List<HandlerKey> page = connection.call(open -> rows.waiting(open, known.handlerNames(), from, room));
        visited = page.isEmpty() ? null : page.getLast();
        visitingAll = visitingAll && visited != null;
        return (!page.isEmpty() && !claimNext(page, owner).isEmpty()) || visitingAll;
    }

    private List<ClaimedRow> claimNext(Collection<HandlerKey> keys, long owner) throws SQLException {
        List<ClaimedRow> claimed = connection.call(open -> rows.claimNext(open, horizon.stored(), keys, owner));
        dispatcher.rows(connection, claimed, owner);
        return claimed;
    }

    /**
     * Finds what this process owns and does not have in hand, of commits and claims whose outcome it never learned, and
     * what was waiting for somebody who knows its names.
     */
    private void sweep(long owner) throws SQLException {
        connection.run(names::adopt);
        connection.run(open -> rows.resume(open, known));
        connection.run(open -> rows.parkUnclaimed(open, horizon.due(), known.handlerNames()));
        int limit = Math.min(CLAIM, held.room());
        dispatcher.first(
                connection,
                connection.call(open -> work.claimStranded(open, known.handlerNames(), claim(limit, owner))),
                owner);
        dispatcher.first(connection, connection.call(open -> work.owned(open, horizon.stored(), owner)), owner);
        dispatcher.rows(connection, connection.call(open -> rows.owned(open, horizon.due(), owner)), owner);
    }

    private Claim claim(int limit, long owner) {
        return new Claim(horizon.stored(), limit, owner, lease.former());
    }

    /** What a finder works with. */
    record Tools(HeldWork held, Subscriptions known, Deliveries deliveries, Dispatcher dispatcher) {}
}
