package io.neuroglia.delivery.recording;

import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.recording.Entry.FirstAttempts;
import io.neuroglia.delivery.recording.Entry.OwnRow;
import io.neuroglia.delivery.running.FailureText;
import io.neuroglia.delivery.running.HeldWork;
import io.neuroglia.delivery.running.HeldWork.Hold;
import io.neuroglia.delivery.running.Outcome;
import io.neuroglia.delivery.running.Outcome.Failed;
import io.neuroglia.delivery.schema.GuardedLog;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records how deliveries end. Any thread adds outcomes; the one worker of the process writes them in batches. An outcome
 * counts only for the incarnation that delivered.
 *
 * @since 0.1
 */
public final class Recorder {
    private static final GuardedLog LOG = GuardedLog.of(Recorder.class);
    private static final long PATIENCE_MILLIS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    private static final int MOST_AWAITED = 20_000;

    private final OutcomeTable table;
    private final HeldWork held;
    private final EntryQueue queue;
    private final Map<Hold, EventProgress> running = new ConcurrentHashMap<>();
    private final Set<HandlerKey> awaited = ConcurrentHashMap.newKeySet();
    private final List<Entry> unwritten = new ArrayList<>();
    private long partsTaken = System.nanoTime();

    /**
     * A recorder of one run.
     *
     * @param schema of the tables
     * @param held what the process has in hand, let go once it is recorded
     */
    public Recorder(Schema schema, HeldWork held) {
        this.table = new OutcomeTable(schema);
        this.held = held;
        this.queue = new EntryQueue(held.limit());
    }

    /**
     * First attempts of an event are about to begin.
     *
     * @param event what is delivered
     * @param owner the incarnation that owns it
     * @param handlers all pending handlers, each of which has an outcome
     */
    public void begin(EventMessage event, long owner, List<String> handlers) {
        running.put(Hold.ofEvent(owner, event.id()), new EventProgress(event, owner, handlers));
    }

    /**
     * An attempt has ended.
     *
     * @param outcome how
     */
    public void add(Outcome outcome) {
        if (outcome.delivery().hasRow()) {
            add(new OwnRow(outcome));
            return;
        }
        Hold hold = outcome.delivery().hold();
        EventProgress progress = running.get(hold);
        if (progress == null) { // its incarnation has lost the lease
            held.release(hold);
            return;
        }
        FirstAttempts last = progress.ended(outcome);
        if (last != null) {
            running.remove(hold);
            add(last);
        }
    }

    /**
     * Somebody has stored deliveries that wait, so the end of those before them is to be recorded at once.
     *
     * @param waiting handlers and keys
     */
    public void await(Collection<HandlerKey> waiting) {
        if (awaited.size() < MOST_AWAITED) {
            awaited.addAll(waiting);
        }
    }

    /**
     * No delivery was found to wait for these.
     *
     * @param idle handlers and keys
     */
    public void awaitNoMore(Collection<HandlerKey> idle) {
        awaited.removeAll(idle);
    }

    /** Lets the worker stop waiting for outcomes. */
    public void wakeUp() {
        queue.wakeUp();
    }

    /**
     * Whether everything that was added is recorded.
     *
     * @return true if so
     */
    public boolean isIdle() {
        return queue.isEmpty() && unwritten.isEmpty();
    }

    /** Forgets what an incarnation did whose lease is lost. For the worker's thread. */
    public void clear() {
        running.clear();
        unwritten.clear();
    }

    /**
     * Waits for outcomes that can be written. For the worker's thread.
     *
     * @param millis how long at most
     * @throws InterruptedException if the thread is interrupted
     */
    public void gather(long millis) throws InterruptedException {
        if (unwritten.isEmpty()) { // else they come first, as what follows may concern the same events
            unwritten.addAll(queue.take(running.isEmpty() ? millis : Math.min(millis, PATIENCE_MILLIS)));
        }
    }

    /**
     * Writes what was gathered, then what slow events have done so far. For the worker's thread.
     *
     * @param connection in auto-commit
     * @param owner the present incarnation; what others did counts no longer
     * @return what follows from it
     * @throws SQLException if the database cannot be reached; what was not written is written next time
     */
    public Recorded write(Connection connection, long owner) throws SQLException {
        Recorded recorded = new Recorded(new ArrayList<>(), new ArrayList<>());
        writeUnwritten(connection, owner, recorded);
        unwritten.addAll(partsOfSlowEvents());
        writeUnwritten(connection, owner, recorded);
        return recorded;
    }

    private void add(Entry entry) {
        boolean isAwaited = !awaited.isEmpty() && entry.successors().anyMatch(awaited::contains);
        queue.add(entry, isAwaited);
    }

    private void writeUnwritten(Connection connection, long owner, Recorded recorded) throws SQLException {
        if (unwritten.isEmpty()) {
            return;
        }
        dropFormer(owner);
        List<Entry> entries =
                unwritten.stream().sorted(Comparator.comparing(Entry::eventId)).toList();
        writeBisecting(connection, entries, owner);
        for (Entry entry : entries) {
            Hold released = entry.released();
            if (released != null) {
                held.release(released);
            }
            entry.successors().forEach(recorded.successors()::add);
            entry.outcomes().forEach(outcome -> addPause(outcome, recorded.pauses()));
        }
        unwritten.clear();
    }

    /** What an incarnation did that has lost its lease counts no longer: others have taken its work over. */
    private void dropFormer(long owner) {
        unwritten.removeIf(entry -> {
            boolean former = entry.owner() != owner;
            Hold released = entry.released();
            if (former && released != null) {
                held.release(released);
            }
            return former;
        });
    }

    /** A batch that the database rejects because of one entry is written in halves, down to that one. */
    private void writeBisecting(Connection connection, List<Entry> entries, long owner) throws SQLException {
        try {
            write(connection, entries, owner);
        } catch (SQLException failure) {
            if (!isRejection(failure)) {
                throw failure;
            }
            if (entries.size() > 1) {
                int half = entries.size() / 2;
                writeBisecting(connection, entries.subList(0, half), owner);
                writeBisecting(connection, entries.subList(half, entries.size()), owner);
            } else {
                writeRejected(connection, entries.get(0), owner, failure);
            }
        }
    }

    /**
     * What the database rejects is recorded without the text that it rejects. What it rejects even so is let go, so that it
     * holds up nothing else: it is found again as work that this process owns and does not have in hand.
     */
    private void writeRejected(Connection connection, Entry entry, long owner, SQLException rejection)
            throws SQLException {
        LOG.error(
                "The outcome of event {} was rejected by the database; recording it without its text",
                entry.eventId(),
                rejection);
        FailureText substitute = FailureText.of(
                "The text of this failure was rejected with SQL state " + rejection.getSQLState() + "; see the log");
        try {
            write(connection, List.of(withText(entry, substitute)), owner);
        } catch (SQLException again) {
            if (!isRejection(again)) {
                throw again;
            }
            LOG.error(
                    "The outcome of event {} cannot be recorded; its deliveries stay unfinished and are made again"
                            + " later",
                    entry.eventId(),
                    again);
        }
    }

    private static Entry withText(Entry entry, FailureText text) {
        return switch (entry) {
            case OwnRow row -> new OwnRow(withText(row.outcome(), text));
            case FirstAttempts first ->
                new FirstAttempts(
                        first.event(),
                        first.owner(),
                        first.ended().stream()
                                .map(outcome -> withText(outcome, text))
                                .toList(),
                        first.remaining(),
                        first.isLast(),
                        first.keepsOwner());
        };
    }

    private static Outcome withText(Outcome outcome, FailureText text) {
        return outcome instanceof Failed failed
                ? new Failed(failed.delivery(), failed.pause(), failed.unresolved(), text)
                : outcome;
    }

    /** Data exceptions, integrity violations and exceeded limits concern the rows; all else concerns the database. */
    private static boolean isRejection(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    private void write(Connection connection, List<Entry> entries, long owner) throws SQLException {
        List<FirstAttempts> first = new ArrayList<>();
        List<OwnRow> rows = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry) {
                case FirstAttempts attempts -> first.add(attempts);
                case OwnRow row -> rows.add(row);
            }
        }
        table.firstAttempts(connection, first, owner);
        table.ownRows(connection, rows, owner);
    }

    private static void addPause(Outcome outcome, List<Duration> pauses) {
        @Nullable Duration pause = outcome instanceof Failed failed ? failed.pause() : null;
        if (pause != null) {
            pauses.add(pause);
        }
    }

    /** Not to be written together with complete entries, which may be of the same events. */
    private List<Entry> partsOfSlowEvents() {
        long now = System.nanoTime();
        if (now - partsTaken < PATIENCE_NANOS) {
            return List.of();
        }
        partsTaken = now;
        List<Entry> parts = new ArrayList<>();
        for (EventProgress progress : running.values()) {
            FirstAttempts part = now - progress.begun() < PATIENCE_NANOS ? null : progress.takePart();
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    /**
     * What follows from what was recorded.
     *
     * @param successors handlers and keys whose next delivery may begin
     * @param pauses after which failed deliveries are due again
     * @since 0.1
     */
    public record Recorded(List<HandlerKey> successors, List<Duration> pauses) {}
}
