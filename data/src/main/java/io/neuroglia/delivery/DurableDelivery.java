package io.neuroglia.delivery;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.administration.DeliveryAdministration;
import io.neuroglia.mediation.EventSubscription;
import io.neuroglia.mediation.Mediator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
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
    private final RaisedEvents events;
    private final DurableUnitOfWork unitOfWork;
    private final DeliveryAdministration administration;
    private final DeliveryObservers observers = new DeliveryObservers();
    private final Map<String, UnaryOperator<HandlerPolicy>> policies = new HashMap<>();
    private final Map<String, Map<Integer, EventUpcaster>> upcasters = new HashMap<>();
    private volatile @Nullable DeliveryRun run;
    private Duration joining = Lane.JOINING;

    private DurableDelivery(DataSource dataSource, Transactions transactions, DeliverySettings settings) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.settings = settings;
        this.held = new HeldWork(settings.maxInFlight());
        this.lease = new ProcessLease(settings);
        this.events = new RaisedEvents(transactions, lease, held);
        this.unitOfWork = new DurableUnitOfWork(transactions, events);
        this.administration =
                new DeliveryAdministration(dataSource, transactions, new AdministeredProcess(events, () -> run));
    }

    /**
     * Prepares delivery on a database: brings the library's own schema up to date and makes the partitions of the next
     * days.
     *
     * @param dataSource the database; two connections are kept while delivery runs, with settings of their own, so a
     *     connection pooler in between must work by sessions
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
     * What is unfinished and why, and what people can do about it.
     *
     * @return always the same
     */
    public DeliveryAdministration administration() {
        return administration;
    }

    /**
     * Lets somebody watch what is delivered in this process.
     *
     * @param observer told from now on
     */
    public void observe(DeliveryObserver observer) {
        observers.add(observer);
    }

    /**
     * Changes the policy of a handler, before the start. For a function there is no other place; for a class this comes
     * after what its {@link DeliveryPolicy} says.
     *
     * @param handlerName logical name of the handler
     * @param change from the policy so far to the new one
     * @return this
     * @throws IllegalStateException if delivery runs already
     */
    public synchronized DurableDelivery policy(String handlerName, UnaryOperator<HandlerPolicy> change) {
        requireNotStarted("policy of " + handlerName);
        policies.merge(handlerName, change, (before, after) -> policy -> after.apply(before.apply(policy)));
        return this;
    }

    /**
     * Lets stored events of an earlier version be read, before the start.
     *
     * @param type logical name of the event type, as it is now
     * @param fromVersion the version that the upcaster starts from; it makes the next one
     * @param upcaster changes the stored form
     * @return this
     * @throws IllegalStateException if delivery runs already, or there is an upcaster from this version
     */
    public synchronized DurableDelivery upcaster(String type, int fromVersion, EventUpcaster upcaster) {
        requireNotStarted("upcaster of " + type);
        if (upcasters.computeIfAbsent(type, name -> new HashMap<>()).putIfAbsent(fromVersion, upcaster) != null) {
            throw new IllegalStateException(
                    "There are two upcasters of " + type + " from version " + fromVersion + ".");
        }
        return this;
    }

    /**
     * Delivers events to a handler that are stored and were finished without it, such as those from before it was there.
     * They are claimed like any other work, those of one key in order. An event that the handler is known to have handled
     * is left out; a handler that changed nothing in its transaction is not known, and gets it again.
     *
     * @param handlerName logical name of the handler, known in this process
     * @param since events stored from then on
     * @return how many are going to be delivered
     * @throws IllegalArgumentException if the handler is not known
     * @throws IllegalStateException if delivery does not run
     * @throws DataUnavailableException if the database cannot be reached
     */
    public int replay(String handlerName, Instant since) {
        DeliveryRun running = run;
        if (running == null) {
            throw new IllegalStateException("Durable delivery does not run, so nobody would deliver what is replayed.");
        }
        Subscriptions subscriptions = events.subscriptions();
        EventSubscription handler = subscriptions.handler(handlerName);
        if (handler == null) {
            throw new IllegalArgumentException(
                    "No event handler is named " + handlerName + ". Known are " + subscriptions.handlerNames());
        }
        try (Connection connection = dataSource.getConnection()) {
            int replayed = ReplayTable.replay(connection, subscriptions, handler, since);
            running.worker().visitAll();
            return replayed;
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot replay events to " + handlerName, cause);
        }
    }

    /**
     * Starts delivering, first what earlier processes left over.
     *
     * @param mediator knows the handlers
     * @throws DataUnavailableException if the database cannot be reached
     * @throws IllegalStateException if it runs already, two event types have one logical name, or there is a policy for a
     *     handler that the mediator does not know
     */
    public synchronized void start(Mediator mediator) {
        if (run != null) {
            throw new IllegalStateException("Durable delivery runs already.");
        }
        Subscriptions subscriptions = new Subscriptions(mediator, upcasters);
        Policies handlerPolicies = new Policies(settings.policy(), subscriptions.all(), policies);
        Deliverer deliverer = new Deliverer(transactions, subscriptions, handlerPolicies);
        Observation observation = new Observation(observers, lease.clock());
        Attempts attempts =
                new Attempts(deliverer, lease, handlerPolicies, settings.connections(), observation).joining(joining);
        DedicatedConnection work = DedicatedConnection.byIndex(dataSource);
        DeliveryWorker worker = new DeliveryWorker(settings, work, lease, held, subscriptions, attempts);
        lookAtNames(subscriptions);
        DeliveryRun started = DeliveryRun.start(dataSource, settings, lease, worker, attempts);
        run = started;
        events.started(subscriptions, started);
    }

    /**
     * Stops delivering: takes up nothing more, waits for deliveries under way, records their outcome, and gives the lease
     * back, so that others take over the rest at once. Events can still be stored. Does nothing when it does not run.
     */
    public synchronized void stop() {
        DeliveryRun running = run;
        if (running != null) {
            run = null;
            events.stopped();
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

    /**
     * Whether this process may deliver: its lease holds. Without it others take over what it owned.
     *
     * @return false while it does not run, and when the lease could not be renewed for longer than it lasts
     */
    public boolean hasLease() {
        return lease.incarnation() != null;
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    /** Lets what waits join a shared transaction for another time, before the start. */
    void joining(Duration time) {
        joining = time;
    }

    /** Before anything is stored under new names, so that it does not overtake what is stored under former ones. */
    private void lookAtNames(Subscriptions subscriptions) {
        try (Connection connection = dataSource.getConnection()) {
            NameTable.adopt(connection, subscriptions.aliases());
            NameReport.log(connection, subscriptions);
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot read which names are stored", cause);
        }
    }

    private void requireNotStarted(String what) {
        if (run != null) {
            throw new IllegalStateException("Durable delivery runs already, so the " + what
                    + " comes too late. Give it before start(mediator).");
        }
    }
}
