package io.neuroglia.delivery.administration;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.result.OperationResult;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Shows what delivery has not finished and why, and lets people act on it.
 *
 * <p>Every action leaves alone what a living process has in hand, and says so; so it never races with a running delivery.
 * It commits together with a row in {@code neuroglia.intervention} that says who did what to which delivery, when and
 * why. Where a transaction is open on the thread, it takes part in it. Works while delivery does not run, too.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class DeliveryAdministration {
    /** How many deliveries a page has, and how many one action changes, at most. */
    public static final int LARGEST = 1_000;

    private final DataSource dataSource;
    private final Schema schema;
    private final LocalDelivery local;
    private final Actions actions;

    /**
     * Administration of the deliveries in a database; applications get theirs from
     * {@code DurableDelivery.administration()}.
     *
     * @param dataSource where the library's schema is
     * @param transactions the transactions of the application on the same database
     * @param schema of the tables
     * @param local delivery in this process
     */
    public DeliveryAdministration(
            DataSource dataSource, Transactions transactions, Schema schema, LocalDelivery local) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.local = local;
        this.actions = new Actions(transactions, schema, local);
    }

    /**
     * What is unfinished, the oldest event first. A page costs about as much as it has deliveries, but one of a filter that
     * few match looks at all of them; and as long as somebody holds an old snapshot (a backup, a report), the database walks
     * over finished ones, too.
     *
     * @param filter which deliveries
     * @param after where to go on, as the page before named it; null to begin
     * @param limit how many at most, 1 to {@value #LARGEST}
     * @return a page
     * @throws IllegalArgumentException if the position is none or the limit out of range
     * @throws DataUnavailableException if the database cannot be reached
     */
    public DeliveryPage list(DeliveryFilter filter, @Nullable String after, int limit) {
        requireInRange(limit);
        PagePosition position = after == null ? null : PagePosition.parse(after);
        List<OpenDelivery> deliveries =
                read(session -> new OpenDeliveryTable(local.handlers()).list(session, filter, position, limit));
        return new DeliveryPage(
                deliveries,
                deliveries.size() < limit
                        ? null
                        : PagePosition.after(deliveries.getLast()).word());
    }

    /**
     * How much is unfinished. Looks at all unfinished deliveries, so it is not for every second.
     *
     * @return one element for each handler and state that has some, in this order
     * @throws DataUnavailableException if the database cannot be reached
     */
    public List<Backlog> backlog() {
        return read(OpenDeliveryTable::backlog);
    }

    /**
     * All that is known of an event.
     *
     * @param eventId of the event
     * @return its history, or nothing if it is not stored
     * @throws DataUnavailableException if the database cannot be reached
     */
    public Optional<EventHistory> event(UUID eventId) {
        return Optional.ofNullable(
                read(session -> EventHistoryTable.read(session, eventId, new OpenDeliveryTable(local.handlers()))));
    }

    /**
     * Attempts a failed delivery at once, with its attempts counted anew.
     *
     * @param delivery one in state retry or parked
     * @param by who, and why
     * @return no content; or not found, or a conflict if it is in another state or in the hands of a living process
     * @throws DataUnavailableException if the database cannot be reached
     */
    public OperationResult<Void> retry(DeliveryId delivery, Intervention by) {
        return one(delivery, "retry", actions.retry(DeliveryFilter.of(delivery), 1, by));
    }

    /**
     * Attempts all failed deliveries of a filter at once, the oldest first, with their attempts counted anew.
     *
     * @param filter which; those that have not failed or are in somebody's hands are left out
     * @param limit how many at most, 1 to {@value #LARGEST}; they are changed in batches, with a transaction each
     * @param by who, and why
     * @return how many are attempted
     * @throws IllegalArgumentException if the limit is out of range
     * @throws DataUnavailableException if the database cannot be reached
     */
    public int retryAll(DeliveryFilter filter, int limit, Intervention by) {
        requireInRange(limit);
        return actions.inBatches(limit, batch -> actions.retry(filter, batch, by));
    }

    /**
     * Ends a delivery without its handler: it will not get this event any more, and the following events of the key go
     * on. The inbox says {@code skipped} where it would say {@code handled}.
     *
     * @param delivery one in any state
     * @param by who, and why
     * @return no content; or not found, or a conflict if it is in the hands of a living process
     * @throws DataUnavailableException if the database cannot be reached
     */
    public OperationResult<Void> skip(DeliveryId delivery, Intervention by) {
        return one(delivery, "skip", actions.skip(DeliveryFilter.of(delivery), 1, by));
    }

    /**
     * Ends all deliveries of a filter without their handlers, the oldest first.
     *
     * @param filter which; those that are in somebody's hands are left out
     * @param limit how many at most, 1 to {@value #LARGEST}; they are changed in batches, with a transaction each
     * @param by who, and why
     * @return how many were ended
     * @throws IllegalArgumentException if the limit is out of range
     * @throws DataUnavailableException if the database cannot be reached
     */
    public int skipAll(DeliveryFilter filter, int limit, Intervention by) {
        requireInRange(limit);
        return actions.inBatches(limit, batch -> actions.skip(filter, batch, by));
    }

    /**
     * Ends all unfinished deliveries of an event, or none.
     *
     * @param eventId of the event
     * @param by who, and why
     * @return no content; or not found, or a conflict if it is finished or a living process has one of them in hand
     * @throws DataUnavailableException if the database cannot be reached
     */
    public OperationResult<Void> discard(UUID eventId, Intervention by) {
        return actions.withEvent("discard", by, event -> event.discard(eventId));
    }

    /**
     * Ends all unfinished deliveries of those events that have one of a filter, the oldest first.
     *
     * @param filter which; events of which a living process has a delivery in hand are left out
     * @param limit how many deliveries are looked at, 1 to {@value #LARGEST}; each event has a transaction of its own
     * @param by who, and why
     * @return how many events were discarded
     * @throws IllegalArgumentException if the limit is out of range
     * @throws DataUnavailableException if the database cannot be reached
     */
    public int discardAll(DeliveryFilter filter, int limit, Intervention by) {
        return (int) list(filter, null, limit).deliveries().stream()
                .map(open -> open.event().id())
                .distinct()
                .filter(id -> discard(id, by).isSuccess())
                .count();
    }

    /**
     * Gives an event that is not finished another payload, for all handlers that have not handled it yet. What it said
     * before is kept in the audit table. Nothing is attempted by this; {@link #retry} does that.
     *
     * @param eventId of the event
     * @param payload JSON with all and only the fields of the event's type
     * @param by who, and why
     * @return no content; or a bad request if the payload is not one of the type, not found, or a conflict if the event is
     *     finished or a living process has one of its deliveries in hand
     * @throws DataUnavailableException if the database cannot be reached
     */
    public OperationResult<Void> edit(UUID eventId, String payload, Intervention by) {
        return actions.withEvent("edit", by, event -> event.edit(eventId, payload));
    }

    /**
     * Gives an event to a handler again that is finished with it. The note that it has handled the event is removed on
     * purpose, so its effects happen once more.
     *
     * @param delivery event and handler; the handler need not have got the event before
     * @param by who, and why
     * @return no content; or a bad request if the handler is not known here, not found, or a conflict if the delivery is
     *     not finished
     * @throws DataUnavailableException if the database cannot be reached
     */
    public OperationResult<Void> replay(DeliveryId delivery, Intervention by) {
        return actions.withEvent("replay", by, event -> event.replay(delivery));
    }

    private OperationResult<Void> one(DeliveryId delivery, String action, int changed) {
        if (changed > 0) {
            return OperationResult.noContent();
        }
        return list(DeliveryFilter.of(delivery), null, 1).deliveries().stream()
                .findFirst()
                .map(open -> OperationResult.<Void>conflict("Cannot " + action + " the delivery of " + delivery
                        + ", so nothing was changed. " + open.reason()))
                .orElseGet(() -> OperationResult.notFound("There is no unfinished delivery of " + delivery + "."));
    }

    private <V extends @Nullable Object> V read(Reading<V> reading) {
        try (DedicatedConnection connection = DedicatedConnection.of(dataSource)) {
            return reading.from(new Session(connection.get(), schema));
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot read unfinished deliveries", cause);
        }
    }

    private static void requireInRange(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("The limit must be 1 to " + LARGEST + " but is " + limit + ".");
        }
    }

    private interface Reading<V extends @Nullable Object> {
        V from(Session session) throws SQLException;
    }
}
