package io.neuroglia.delivery;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.Upcaster;
import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.data.json.StoredFormat;
import io.neuroglia.delivery.DeliverySettings.SchemaManagement;
import io.neuroglia.delivery.administration.DeliveryAdministration;
import io.neuroglia.delivery.administration.Replays;
import io.neuroglia.delivery.claiming.Worker;
import io.neuroglia.delivery.naming.NameTable;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.delivery.policy.DeliveryPolicy;
import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.delivery.policy.Policies;
import io.neuroglia.delivery.retention.Housekeeping;
import io.neuroglia.delivery.running.Deliveries.Limits;
import io.neuroglia.delivery.running.DeliveryObserver;
import io.neuroglia.delivery.running.DeliveryObservers;
import io.neuroglia.delivery.running.FailureText;
import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.delivery.storing.EventStore;
import io.neuroglia.mediation.Mediator;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores events in the transaction that caused them and delivers each to all its handlers until they succeed.
 *
 * <p>The fast path: after the commit this process, which owns what it stored, delivers at once and records the outcome in
 * batches. What fails becomes a row to be retried. Ownership lasts as long as the process's session and lease: when it dies,
 * whoever is alive claims the rest within a second. A handler's changes in the database happen exactly once, because they
 * commit with the note that it has handled the event; other effects happen at least once. Thread-safe.
 *
 * @since 0.1
 */
public final class DurableDelivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DurableDelivery.class);

    private final DataSource dataSource;
    private final Transactions transactions;
    private final DeliverySettings settings;
    private final Schema schema;
    private final Housekeeping housekeeping;
    private final EventStore events;
    private final DurableUnitOfWork unitOfWork;
    private final DeliveryAdministration administration;
    private final Replays replays;
    private final DeliveryObservers observers = new DeliveryObservers();
    private final Map<String, UnaryOperator<HandlerPolicy>> policies = new HashMap<>();
    private final Map<String, Map<Integer, Upcaster>> upcasters = new HashMap<>();
    private StoredFormat format = StoredFormat.standard();
    private volatile @Nullable DeliveryRun run;

    private DurableDelivery(
            DataSource dataSource, Transactions transactions, DeliverySettings settings, Housekeeping housekeeping) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.settings = settings;
        this.schema = Schema.named(settings.schema());
        this.housekeeping = housekeeping;
        this.events = new EventStore(transactions, schema);
        this.unitOfWork = new DurableUnitOfWork(transactions, events);
        this.replays = new Replays(dataSource, schema);
        this.administration = new DeliveryAdministration(
                dataSource, transactions, schema, new AdministeredProcess(events, () -> run));
    }

    /**
     * Prepares delivery on a database: brings the library's own schema up to date, checks that it belongs to this
     * application, and makes the partitions of the next days.
     *
     * @param dataSource the database of the application; one connection is kept while delivery runs (two to listen to other
     *     processes), with advisory locks of its session, so a connection pooler in between must work by sessions
     * @param transactions the transactions of the application on the same database
     * @param settings how it behaves
     * @return delivery that stores and delivers once started
     * @throws IllegalStateException if the database is not PostgreSQL 15 or newer, the schema belongs to another
     *     application, or its tables are missing and to be created by somebody else
     * @throws org.flywaydb.core.api.FlywayException if the schema cannot be brought up to date
     */
    public static DurableDelivery create(DataSource dataSource, Transactions transactions, DeliverySettings settings) {
        Schema schema = Schema.named(settings.schema());
        boolean migrates = settings.schemaManagement() == SchemaManagement.MIGRATE;
        if (migrates) {
            schema.migrate(dataSource);
        } else {
            schema.requireTables(dataSource);
        }
        schema.requireOwnedBy(dataSource, settings.application());
        Housekeeping housekeeping = new Housekeeping(dataSource, schema, settings.retention(), migrates);
        housekeeping.run();
        return new DurableDelivery(dataSource, transactions, settings, housekeeping);
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
    public synchronized DurableDelivery upcaster(String type, int fromVersion, Upcaster upcaster) {
        requireNotStarted("upcaster of " + type);
        if (upcasters.computeIfAbsent(type, name -> new HashMap<>()).putIfAbsent(fromVersion, upcaster) != null) {
            throw new IllegalStateException(
                    "There are two upcasters of " + type + " from version " + fromVersion + ".");
        }
        return this;
    }

    /**
     * Writes and reads events in another format, such as one that knows further types, before the start.
     *
     * @param extended made by {@link StoredFormat#with(tools.jackson.databind.JacksonModule...)}
     * @return this
     * @throws IllegalStateException if delivery runs already
     */
    public synchronized DurableDelivery format(StoredFormat extended) {
        requireNotStarted("format");
        format = extended;
        return this;
    }

    /**
     * Delivers events to a handler that are stored and were finished without it, such as those from before it existed.
     * They are claimed like any other work, those of one key in order and before those raised from now on. An event that
     * the handler is known to have handled is left out; a handler that changed nothing in its transaction is not known, and
     * gets it again.
     *
     * @param handlerName logical name of the handler, known in this process
     * @param since events stored from then on
     * @return how many are going to be delivered
     * @throws IllegalArgumentException if the handler is not known
     * @throws IllegalStateException if delivery does not run
     * @throws io.neuroglia.data.WriteConflictException if long transactions store events all the time, so that nothing
     *     could be ordered among them and nothing is replayed
     * @throws DataUnavailableException if the database cannot be reached
     */
    public int replay(String handlerName, Instant since) {
        DeliveryRun running = run;
        if (running == null) {
            throw new IllegalStateException("Durable delivery does not run, so nobody would deliver what is replayed.");
        }
        int replayed = replays.replay(events.subscriptions(), handlerName, since);
        running.worker().visitAll();
        return replayed;
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
        Subscriptions subscriptions = new Subscriptions(mediator, format, upcasters);
        Policies handlerPolicies = new Policies(settings.policy(), subscriptions.all(), policies);
        adoptNames(new NameTable(schema, subscriptions));
        DeliveryRun started = DeliveryRun.of(
                dataSource,
                settings,
                new Worker.Tools(transactions, subscriptions, handlerPolicies, observers),
                new Limits(schema, settings.connections(), settings.abandonedCalls(), settings.joining()));
        try {
            started.start(housekeeping);
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot begin a lease", cause);
        }
        run = started;
        events.started(subscriptions, started.worker());
    }

    /**
     * Stops delivering: takes up nothing more, waits for deliveries under way, records their outcome, and gives the lease
     * back, so that others take over the rest at once. Events can still be stored, and delivery can be started again. Does
     * nothing when it does not run. Called from inside a handler, which would wait for itself, it returns at once and stops
     * in the background.
     */
    public void stop() {
        DeliveryRun running = stopped();
        if (running == null) {
            return;
        }
        if (running.worker().isInsideHandler()) {
            Thread.ofPlatform().name("neuroglia-stop").daemon().start(() -> stop(running));
        } else {
            stop(running);
        }
    }

    private synchronized @Nullable DeliveryRun stopped() {
        DeliveryRun running = run;
        run = null;
        events.stopped();
        return running;
    }

    private static void stop(DeliveryRun running) {
        try {
            running.stop();
        } catch (Throwable failure) {
            LOG.error("Durable delivery did not stop cleanly; others take over what it owned", failure);
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
     * How delivery in this process is, for health.
     *
     * @return the state now
     */
    public DeliveryStatus status() {
        DeliveryRun running = run;
        Housekeeping.Status housekept = housekeeping.status();
        Throwable failure = running == null ? null : running.worker().lastFailure();
        Map<String, Integer> abandoned =
                running == null ? Map.of() : running.worker().abandonedCalls();
        return new DeliveryStatus(
                running != null,
                running != null && running.worker().owner() != null,
                failure == null ? null : FailureText.of(failure).error(),
                abandoned,
                abandoned.keySet().stream()
                        .filter(handler -> abandoned.getOrDefault(handler, 0) >= settings.abandonedCalls())
                        .toList(),
                housekept.failures(),
                housekept.lastCompleted());
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    /** Before anything is stored under new names, so that it does not overtake what is stored under former ones. */
    private void adoptNames(NameTable names) {
        try (DedicatedConnection connection = DedicatedConnection.of(dataSource)) {
            connection.run(names::adopt);
            connection.run(names::report);
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
