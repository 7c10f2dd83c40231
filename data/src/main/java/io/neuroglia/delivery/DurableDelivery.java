package io.neuroglia.delivery;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.data.json.StoredJson;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.LogicalNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores events in the transaction that caused them and delivers each to all its handlers until they succeed.
 *
 * <p>The short way: after the commit this process, which owns what it stored, delivers at once and records the outcome in
 * batches. What fails becomes a row to be retried. Ownership lasts as long as the process's lease: when it dies, whoever
 * is alive claims the rest within seconds. Exactly once are a handler's changes in the database, because they commit with
 * the note that it has handled the event; other effects happen at least once. Thread-safe.
 *
 * @since 0.1
 */
public final class DurableDelivery implements AutoCloseable {
    private final DataSource dataSource;
    private final Transactions transactions;
    private final DeliverySettings settings;
    private final HeldWork held;
    private final ProcessLease lease;
    private final DurableUnitOfWork unitOfWork;
    private volatile @Nullable DeliveryRun run;
    private volatile @Nullable Subscriptions known;

    private DurableDelivery(DataSource dataSource, Transactions transactions, DeliverySettings settings) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.settings = settings;
        this.held = new HeldWork(settings.maxInFlight());
        this.lease = new ProcessLease(settings);
        this.unitOfWork = new DurableUnitOfWork(transactions, this);
    }

    /**
     * Prepares delivery on a database: brings the library's own schema up to date and makes the partitions of the next
     * days.
     *
     * @param dataSource the database; two connections are kept while delivery runs
     * @param transactions the transactions of the application on the same database
     * @param settings how it behaves
     * @return delivery that stores and delivers once started
     * @throws org.flywaydb.core.api.FlywayException if the schema cannot be brought up to date
     */
    public static DurableDelivery create(DataSource dataSource, Transactions transactions, DeliverySettings settings) {
        DeliverySchema.migrate(dataSource);
        new Housekeeping(dataSource, settings).run();
        return new DurableDelivery(dataSource, transactions, settings);
    }

    /**
     * The unit of work whose events are delivered.
     *
     * @return always the same
     */
    public DurableUnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /**
     * Starts delivering, first what earlier processes left over.
     *
     * @param mediator knows the handlers
     * @throws DataUnavailableException if the database cannot be reached
     * @throws IllegalStateException if it runs already, or two event types have one logical name
     */
    public synchronized void start(Mediator mediator) {
        if (run != null) {
            throw new IllegalStateException("Durable delivery runs already.");
        }
        Subscriptions subscriptions = new Subscriptions(mediator);
        known = subscriptions;
        DedicatedConnection work = new DedicatedConnection(dataSource);
        DeliveryWorker worker =
                new DeliveryWorker(settings, work, lease, held, subscriptions, new Deliverer(transactions));
        run = DeliveryRun.start(dataSource, settings, lease, worker);
    }

    /**
     * Stops delivering: takes up nothing more, waits for deliveries under way, records their outcome, and gives the lease
     * back, so that others take over the rest at once. Events can still be stored. Does nothing when it does not run.
     */
    public synchronized void stop() {
        DeliveryRun running = run;
        if (running != null) {
            run = null;
            running.stop(held);
        }
    }

    /**
     * Whether it delivers.
     *
     * @return true between {@link #start(Mediator)} and {@link #stop()}
     */
    public boolean isRunning() {
        return run != null;
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    /** Stores events in the open transaction, owned by this process as long as it has room for them. */
    List<KeptEvent> store(List<RaisedEvent> raised) {
        List<NewEvent> events = owned(prepare(raised));
        try {
            return EventStorage.store(transactions.connection(), events);
        } catch (SQLException cause) {
            release(events);
            throw SqlFailures.of("Cannot store " + events.size() + " events", cause);
        } catch (RuntimeException cause) {
            release(events);
            throw cause;
        }
    }

    /** The short way: what is stored now is delivered now. */
    void committed(List<KeptEvent> events) {
        DeliveryRun running = run;
        for (KeptEvent kept : events) {
            Long owner = kept.event().owner();
            if (owner == null || running == null || kept.stored().pending().isEmpty()) {
                held.release(kept.event().hold());
            } else {
                Object live = kept.event().raised().event();
                running.worker().dispatcher().first(kept.stored(), owner, live, false);
            }
        }
        if (running != null) {
            lookLater(events, running.worker());
        }
    }

    /** Rolled back, or perhaps not: if the commit happened after all, the sweep finds the events. */
    void forgotten(List<KeptEvent> events) {
        release(events.stream().map(KeptEvent::event).toList());
    }

    private static void lookLater(List<KeptEvent> events, DeliveryWorker worker) {
        List<Turn> waiting = events.stream().flatMap(KeptEvent::turns).toList();
        if (!waiting.isEmpty()) {
            worker.waiting(waiting);
        }
        if (events.stream().anyMatch(KeptEvent::isUnowned)) {
            worker.backlog();
        }
    }

    private void release(List<NewEvent> events) {
        events.forEach(event -> held.release(event.hold()));
    }

    private List<NewEvent> prepare(List<RaisedEvent> raised) {
        Subscriptions subscriptions = known;
        if (subscriptions == null) {
            throw new IllegalStateException("An event was raised before durable delivery was started, so its handlers"
                    + " are not known yet. Call DurableDelivery.start(mediator) first.");
        }
        EventHeaders headers = EventHeaders.current();
        Set<Turn> taken = new HashSet<>();
        List<NewEvent> events = new ArrayList<>();
        for (RaisedEvent one : raised) {
            String type = LogicalNames.of(one.event().getClass());
            String payload = StoredJson.write(one.event());
            List<String> ready = new ArrayList<>();
            List<String> later = new ArrayList<>();
            for (String handler : subscriptions.handlersOf(one.event())) {
                String key = one.key();
                boolean isFirst = key == null || taken.add(new Turn(handler, key));
                (isFirst ? ready : later).add(handler);
            }
            events.add(new NewEvent(EventIds.next(), one, type, payload, headers, ready, later, null));
        }
        return events;
    }

    private List<NewEvent> owned(List<NewEvent> events) {
        List<NewEvent> wanted =
                events.stream().filter(event -> !event.ready().isEmpty()).toList();
        Long owner = run == null ? null : lease.incarnation();
        if (owner == null || !held.tryHold(wanted.stream().map(NewEvent::hold).toList())) {
            return events;
        }
        long incarnation = owner;
        return events.stream()
                .map(event -> event.ready().isEmpty() ? event : event.ownedBy(incarnation))
                .toList();
    }
}
