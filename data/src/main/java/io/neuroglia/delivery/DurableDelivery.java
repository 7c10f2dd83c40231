package io.neuroglia.delivery;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.data.json.StoredJson;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.LogicalNames;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
    private final HeldEvents held;
    private final ProcessLease lease;
    private final DurableUnitOfWork unitOfWork;
    private volatile @Nullable DeliveryRun run;
    private volatile @Nullable Subscriptions known;

    private DurableDelivery(DataSource dataSource, Transactions transactions, DeliverySettings settings) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.settings = settings;
        this.held = new HeldEvents(settings.maxInFlight());
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
    List<NewEvent> store(List<RaisedEvent> raised) {
        List<NewEvent> events = prepare(raised);
        try {
            Map<UUID, OffsetDateTime> times = EventTable.insert(transactions.connection(), events);
            return events.stream()
                    .map(event -> event.storedAt(Objects.requireNonNull(times.get(event.id()))))
                    .toList();
        } catch (SQLException cause) {
            forgotten(events);
            throw SqlFailures.of("Cannot store " + events.size() + " events", cause);
        } catch (RuntimeException cause) {
            forgotten(events);
            throw cause;
        }
    }

    /** The short way: what is stored now is delivered now. */
    void committed(List<NewEvent> events) {
        DeliveryRun running = run;
        for (NewEvent event : events) {
            if (event.owner() == null) {
                if (running != null) {
                    running.worker().backlog();
                }
            } else if (running == null) {
                held.release(event.id());
            } else {
                running.worker()
                        .dispatcher()
                        .first(event.stored(), event.owner(), event.raised().event(), false);
            }
        }
    }

    /** Rolled back, or perhaps not: if the commit happened after all, the sweep finds the events. */
    void forgotten(List<NewEvent> events) {
        events.forEach(event -> held.release(event.id()));
    }

    private List<NewEvent> prepare(List<RaisedEvent> raised) {
        Subscriptions subscriptions = known;
        if (subscriptions == null) {
            throw new IllegalStateException("An event was raised before durable delivery was started, so its handlers"
                    + " are not known yet. Call DurableDelivery.start(mediator) first.");
        }
        EventHeaders headers = EventHeaders.current();
        List<NewEvent> events = new ArrayList<>();
        for (RaisedEvent one : raised) {
            List<String> handlers = subscriptions.handlersOf(one.event());
            String type = LogicalNames.of(one.event().getClass());
            String payload = StoredJson.write(one.event());
            events.add(new NewEvent(EventIds.next(), one, type, payload, headers, handlers));
        }
        return owned(events);
    }

    private List<NewEvent> owned(List<NewEvent> events) {
        List<NewEvent> wanted =
                events.stream().filter(event -> !event.pending().isEmpty()).toList();
        Long owner = run == null ? null : lease.incarnation();
        if (owner == null || !held.tryHold(wanted.stream().map(NewEvent::id).toList())) {
            return events;
        }
        long incarnation = owner;
        return events.stream().map(event -> event.ownedBy(incarnation)).toList();
    }
}
