package io.neuroglia.delivery.administration;

import io.neuroglia.delivery.administration.DeliveryChanges.Ending;
import io.neuroglia.delivery.administration.DeliveryLocks.Locked;
import io.neuroglia.result.OperationResult;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes what concerns a whole event, in the open transaction of one connection. Actions exclude each other and running
 * deliveries by locking the rows of work and delivery; the event itself never changes. For one thread.
 */
final class EventChanges {
    private static final int ALL = 10_000;
    private static final List<DeliveryState> ANY = List.of(DeliveryState.values());
    private static final String CONTENT = """
        select e.type, coalesce(x.type_version, e.type_version), coalesce(x.payload, e.payload), e.stored_at, e.key
        from neuroglia.event e left join neuroglia.edited_event x on x.event_id = e.id where e.id = ?\
        """;
    private static final String OPEN = """
        select coalesce(sum(cardinality(w.pending)), 0)
            + (select count(*) from neuroglia.delivery d where d.event_id = ?)
        from neuroglia.work w where w.event_id = ?\
        """;
    private static final String EDIT = """
        with changed as (insert into neuroglia.edited_event (event_id, event_stored_at, payload, type_version)
            values (?, ?, ?, ?) on conflict (event_id) do update
                set payload = excluded.payload, type_version = excluded.type_version
            returning event_id)
        insert into neuroglia.intervention (action, actor, reason, event_id, previous_payload)
        select 'edit', ?, ?, event_id, ? from changed\
        """;

    /** With a key it waits for its turn, as any other event of the key: one at a time is under way. */
    private static final String REOPEN = """
        insert into neuroglia.delivery
            (event_id, event_stored_at, handler, key, position, state, attempt, due_at)
        select e.id, e.stored_at, h.handler, e.key, e.position,
            case when e.key is null then 'retry' else 'waiting' end, 0, clock_timestamp()
        from neuroglia.event e
        cross join (select ?::text as handler, string_to_array(?, E'\\n') as names) h
        where e.id = ? and e.stored_at = ?
            and not exists (select 1 from neuroglia.work w where w.event_id = e.id and w.pending && h.names)
            and not exists (select 1 from neuroglia.delivery d
                where d.event_id = e.id and d.handler = any(h.names))
        on conflict (event_id, handler) do nothing\
        """;

    private static final String FORGET = """
        with forgotten as (delete from neuroglia.handled
            where event_id = ? and event_stored_at = ? and handler = any (string_to_array(?, E'\\n')))
        insert into neuroglia.intervention (action, actor, reason, event_id, handler)
        values ('replay', ?, ?, ?, ?)\
        """;

    private final Session session;
    private final LocalDelivery local;
    private final Intervention by;

    EventChanges(Session session, LocalDelivery local, Intervention by) {
        this.session = session;
        this.local = local;
        this.by = by;
    }

    /** Ends all unfinished deliveries of an event, or none. */
    OperationResult<List<DeliveryId>> discard(UUID eventId) throws SQLException {
        if (content(eventId) == null) {
            return notFound(eventId);
        }
        DeliveryFilter filter = DeliveryFilter.all().ofEvent(eventId);
        List<DeliveryId> ended = new ArrayList<>();
        List<Locked> pending = DeliveryLocks.pending(session, filter, ALL);
        List<Locked> rows = DeliveryLocks.rows(session, filter, ANY, ALL);
        ended.addAll(DeliveryChanges.endPending(session, pending, Ending.DISCARD, by));
        ended.addAll(DeliveryChanges.endRows(session, rows, Ending.DISCARD, by));
        if (count(OPEN, eventId, eventId) > 0) {
            return busy(eventId);
        }
        return ended.isEmpty()
                ? OperationResult.conflict("Event " + eventId + " is finished; there is nothing to discard.")
                : OperationResult.ok(ended);
    }

    /** Gives an event another payload, unless somebody has it in hand. */
    OperationResult<List<DeliveryId>> edit(UUID eventId, String payload) throws SQLException {
        Content content = content(eventId);
        if (content == null) {
            return notFound(eventId);
        }
        int version;
        try {
            version = local.requireEdited(content.type(), content.version(), content.payload(), payload);
        } catch (RuntimeException cause) {
            return OperationResult.badRequest("The new payload is no " + content.type() + ": " + rootMessage(cause));
        }
        List<DeliveryId> free = lockDeliveries(eventId);
        if (free.size() != count(OPEN, eventId, eventId)) {
            return busy(eventId);
        }
        if (free.isEmpty()) {
            return OperationResult.conflict(
                    "Event " + eventId + " is finished with all its handlers, so what it said stays as it was.");
        }
        execute(EDIT, eventId, content.storedAt(), payload, version, by.actor(), by.reason(), content.payload());
        return OperationResult.ok(free);
    }

    /** Gives a finished event to a handler once more. */
    OperationResult<List<DeliveryId>> replay(DeliveryId delivery) throws SQLException {
        UUID eventId = delivery.eventId();
        if (!local.handlers().contains(delivery.handler())) {
            return OperationResult.badRequest(
                    "Handler " + delivery.handler() + " is not known here; known are " + local.handlers() + ".");
        }
        Content content = content(eventId);
        if (content == null) {
            return notFound(eventId);
        }
        String names = String.join("\n", local.namesOf(delivery.handler()));
        if (execute(REOPEN, delivery.handler(), names, eventId, content.storedAt()) == 0) {
            return OperationResult.conflict("The delivery of " + delivery + " is not finished; retry it instead.");
        }
        execute(FORGET, eventId, content.storedAt(), names, by.actor(), by.reason(), eventId, delivery.handler());
        if (content.key() != null && !StoringPause.begin(session.connection(), session.schema())) {
            return OperationResult.conflict("Events were being stored all the time, so " + delivery
                    + " could not be ordered among them. Nothing was changed; try again.");
        }
        return OperationResult.ok(List.of(delivery));
    }

    /** What the event says. Reading it keeps its partition from being dropped until the transaction ends. */
    private @Nullable Content content(UUID eventId) throws SQLException {
        try (PreparedStatement select = session.sql().add(CONTENT, eventId).prepare();
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Content(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class),
                            row.getString(5))
                    : null;
        }
    }

    private List<DeliveryId> lockDeliveries(UUID eventId) throws SQLException {
        DeliveryFilter filter = DeliveryFilter.all().ofEvent(eventId);
        return Stream.concat(
                        DeliveryLocks.pending(session, filter, ALL).stream(),
                        DeliveryLocks.rows(session, filter, ANY, ALL).stream())
                .map(locked -> new DeliveryId(locked.eventId(), locked.handler()))
                .toList();
    }

    private static <T> OperationResult<T> notFound(UUID eventId) {
        return OperationResult.notFound("There is no event " + eventId + "; it may have been dropped with its day.");
    }

    private static <T> OperationResult<T> busy(UUID eventId) {
        return OperationResult.conflict("Event " + eventId
                + " is being delivered to one of its handlers, so nothing was changed. Try again when that is done.");
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    /** The number in the first column of the first row, 0 without one. */
    private long count(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = session.sql().add(sql, values).prepare();
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private int execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = session.sql().add(sql, values).prepare()) {
            return statement.executeUpdate();
        }
    }

    private record Content(
            String type,
            int version,
            String payload,
            OffsetDateTime storedAt,
            @Nullable String key) {}
}
