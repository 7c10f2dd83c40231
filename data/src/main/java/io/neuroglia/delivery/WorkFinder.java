package io.neuroglia.delivery;

import io.neuroglia.delivery.EventTable.Claim;
import io.neuroglia.delivery.HeldWork.Hold;
import io.neuroglia.delivery.ProcessLease.Living;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for work that nobody alive owns, that is due again, or whose turn it is, and hands it to the dispatcher as far as
 * there is room. For the worker's thread alone.
 */
final class WorkFinder {
    private static final int CLAIM = 100;
    private static final int PAGE = 1_000;
    private static final int MOST_TURNS = 20_000;
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final DedicatedConnection connection;
    private final HeldWork held;
    private final Subscriptions known;
    private final Dispatcher dispatcher;
    private final Set<Turn> turns = new LinkedHashSet<>();
    private long nextSweep = System.nanoTime();
    private long livingIncarnations;
    private @Nullable Duration untilNextLeaseEnds;
    private @Nullable OffsetDateTime oldest;
    private volatile boolean visitsAreDue;
    private boolean visiting;
    private boolean visitingAll;
    private @Nullable Turn visited;

    WorkFinder(DedicatedConnection connection, HeldWork held, Subscriptions known, Dispatcher dispatcher) {
        this.connection = connection;
        this.held = held;
        this.known = known;
        this.dispatcher = dispatcher;
    }

    /** Lets the next look begin to visit all that waits. Called by any thread. */
    void visitAll() {
        visitsAreDue = true;
    }

    /** Whether there is room for so much that a look is worth its statements. */
    boolean hasRoom() {
        return held.room() >= Math.clamp(held.limit() / 4, 1, CLAIM);
    }

    /**
     * Takes up what comes next where something was finished or stored; what finds no room is remembered.
     *
     * @return where there was something
     */
    Set<Turn> takeTurns(Collection<Turn> changed, long owner) throws SQLException {
        turns.addAll(changed);
        if (turns.size() > MOST_TURNS) {
            turns.clear();
            visitAll();
        }
        int room = Math.min(PAGE, held.room());
        List<Turn> now = turns.stream().limit(room).toList();
        if (now.isEmpty()) {
            return Set.of();
        }
        List<Repetition> claimed = connection.call(open -> TurnTable.claim(open, now, owner));
        repeat(claimed, owner);
        now.forEach(turns::remove);
        return claimed.stream().map(Repetition::turn).collect(Collectors.toSet());
    }

    /**
     * Looks once.
     *
     * @param timed whether it is time to look for everything, not only for more of what was found before
     * @return whether there may be more at once
     */
    boolean look(long owner, boolean timed) throws SQLException {
        boolean free = takeOver(owner);
        boolean due = repeatDue(owner);
        if (timed || visiting || visitsAreDue) {
            visiting = visitHeads(owner);
        }
        if (System.nanoTime() - nextSweep >= 0) {
            nextSweep = System.nanoTime() + SWEEP_NANOS;
            sweep(owner);
        }
        return free || due || visiting;
    }

    /** When another process is to be taken for dead that gives no more sign of life; null if there is no other. */
    @Nullable
    Duration untilNextLeaseEnds() {
        return untilNextLeaseEnds;
    }

    private boolean takeOver(long owner) throws SQLException {
        int limit = Math.min(CLAIM, held.room());
        if (limit == 0) {
            return true;
        }
        Claim claim = new Claim(limit, owner);
        List<StoredEvent> events =
                connection.call(open -> EventTable.claim(open, oldest(open), known.handlerNames(), claim));
        begin(events, owner, false);
        return events.size() == limit;
    }

    private boolean repeatDue(long owner) throws SQLException {
        int limit = Math.min(CLAIM, held.room());
        if (limit == 0) {
            return true;
        }
        List<Repetition> due =
                connection.call(open -> DeliveryTable.claimDue(open, known.handlerNames(), limit, owner));
        repeat(due, owner);
        return due.size() == limit;
    }

    /**
     * Visits waiting deliveries, a page at each look, for those that nobody has looked after: their finisher died between
     * its commit and its look, or somebody took the row before them away. After a process has ended they are all visited
     * at once.
     */
    private boolean visitHeads(long owner) throws SQLException {
        Living living = connection.call(open -> ProcessLease.living(open, owner));
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
        Turn from = visited;
        List<Turn> page = connection.call(open -> TurnTable.page(open, known.handlerNames(), from, room));
        visited = page.isEmpty() ? null : page.get(page.size() - 1);
        visitingAll = visitingAll && visited != null;
        return claim(page, owner) > 0 || visitingAll;
    }

    private int claim(List<Turn> page, long owner) throws SQLException {
        if (page.isEmpty()) {
            return 0;
        }
        List<Repetition> claimed = connection.call(open -> TurnTable.claim(open, page, owner));
        repeat(claimed, owner);
        return claimed.size();
    }

    /**
     * Finds what this process owns and does not hold, of commits and claims whose outcome it never learnt, and what was
     * waiting for somebody who knows its names.
     */
    private void sweep(long owner) throws SQLException {
        oldest = null;
        connection.run(open -> NameTable.adopt(open, known.aliases()));
        connection.run(open -> DeliveryTable.resume(open, known));
        connection.run(open -> DeliveryTable.parkUnclaimed(open, known.handlerNames()));
        Claim claim = new Claim(Math.min(CLAIM, held.room()), owner);
        begin(
                connection.call(open -> EventTable.claimStranded(open, oldest(open), known.handlerNames(), claim)),
                owner,
                false);
        begin(connection.call(open -> EventTable.owned(open, oldest(open), owner)), owner, true);
        repeat(connection.call(open -> DeliveryTable.owned(open, owner)), owner);
    }

    /** Asked anew at each sweep only: an older event that was committed late is found at the next one. */
    private OffsetDateTime oldest(Connection open) throws SQLException {
        OffsetDateTime time = oldest;
        if (time == null) {
            time = EventTable.oldestUnfinished(open);
            oldest = time;
        }
        return time;
    }

    /** Hands out first attempts; what was in the hands of a process that died may have had them unnoticed. */
    private void begin(List<StoredEvent> events, long owner, boolean again) {
        for (StoredEvent event : events) {
            if (held.hold(Hold.ofFirstAttempts(event.id().id()))) {
                dispatcher.first(event, owner, null, again || event.takeovers() > 0);
            }
        }
    }

    private void repeat(List<Repetition> claimed, long owner) {
        for (Repetition repetition : claimed) {
            if (held.hold(repetition.hold())) {
                dispatcher.repeat(repetition, owner);
            }
        }
    }
}
