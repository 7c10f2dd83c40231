package io.neuroglia.delivery.claiming;

import io.neuroglia.delivery.claiming.EventTable.EventId;
import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.delivery.schema.Columns;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Claims deliveries that have rows of their own: those that are due, and those whose turn has come. Whoever stores a row
 * that waits looks for its turn after the commit, and so does whoever finishes an earlier delivery of its handler and key:
 * either look alone misses the other's uncommitted work. Thread-safe.
 */
final class DeliveryTable {
    private static final String CLAIMED = " returning d.event_id, d.event_stored_at, d.handler, d.attempt, d.key";
    private static final String CLAIM_DUE = """
        with due as materialized (
            select d.event_id, d.handler from neuroglia.delivery d
            where d.state = 'retry' and d.due_at >= ? and d.due_at <= (select clock_timestamp())
                and d.handler = any(?::text[])
                and (d.owner is null or not exists (select 1 from neuroglia.process p
                    where p.incarnation = d.owner and p.lease_until > clock_timestamp()))
            order by d.due_at limit ? for update of d skip locked)
        update neuroglia.delivery d set owner = ?, attempt = d.attempt + 1
        from due where d.event_id = due.event_id and d.handler = due.handler\
        """ + CLAIMED;

    /** The head of each queue, unless one of the queue is under way; guarded, as two processes may look at once. */
    private static final String CLAIM_NEXT = """
        with heads as materialized (
            select w.event_id, w.handler, u.key
            from unnest(?::text[], ?::text[]) as u(handler, key)
            cross join lateral (
                select d.event_id, d.handler from neuroglia.delivery d
                where d.handler = u.handler and d.key = u.key and d.state = 'waiting'
                order by d.position limit 1) w),
        free as materialized (
            select h.event_id, h.handler from heads h
            where not exists (select 1 from neuroglia.delivery a
                    where a.handler = h.handler and a.key = h.key and a.state <> 'waiting')
                and not exists (select 1 from neuroglia.work p
                    where p.key = h.key and p.stored_at >= ? and h.handler = any(p.pending)))
        update neuroglia.delivery d
        set state = 'retry', owner = ?, attempt = d.attempt + 1, due_at = clock_timestamp()
        from free f
        where d.event_id = f.event_id and d.handler = f.handler and d.state = 'waiting'\
        """ + CLAIMED;

    private static final String WAITING = """
        select distinct handler, key from (
            select d.handler, d.key from neuroglia.delivery d
            where d.key is not null and d.state = 'waiting' and d.handler = any(?::text[])
                and (d.handler, d.key) > (?, ?)
            order by d.handler, d.key limit ?) page
        order by handler, key\
        """;
    private static final String OWNED = """
        select d.event_id, d.event_stored_at, d.handler, d.attempt, d.key from neuroglia.delivery d
        where d.state = 'retry' and d.due_at >= ? and d.owner = ?\
        """;
    private static final String RESUME = """
        with found as materialized (
            select d.event_id, d.event_stored_at, d.handler from neuroglia.delivery d
            where d.unresolved and d.state = 'parked' and d.handler = any(?::text[]))
        update neuroglia.delivery d
        set state = 'retry', attempt = greatest(d.attempt - 1, 0), due_at = clock_timestamp(), unresolved = false
        from found f
        where d.event_id = f.event_id and d.handler = f.handler
            and exists (select 1 from neuroglia.event e
                left join neuroglia.edited_event x on x.event_id = e.id
                join unnest(?::text[], ?::int[], ?::int[]) as k(type, lowest, highest)
                    on e.type = k.type and coalesce(x.type_version, e.type_version) between k.lowest and k.highest
                where e.id = f.event_id and e.stored_at = f.event_stored_at)\
        """;
    private static final String PARK_UNCLAIMED = """
        update neuroglia.delivery d set state = 'parked', attempt = d.attempt + 1, unresolved = true,
            error = 'No live process has taken this up for 10 minutes, perhaps because none has a handler named '
                || d.handler || '. Last error: ' || coalesce(d.error, 'none')
        where d.state = 'retry' and d.due_at >= ? and d.due_at < (select clock_timestamp()) - interval '10 minutes'
            and d.handler <> all(?::text[]) and d.owner is null\
        """;

    private final String claimDue;
    private final String claimNext;
    private final String waiting;
    private final String owned;
    private final String resume;
    private final String parkUnclaimed;

    DeliveryTable(Schema schema) {
        this.claimDue = schema.sql(CLAIM_DUE);
        this.claimNext = schema.sql(CLAIM_NEXT);
        this.waiting = schema.sql(WAITING);
        this.owned = schema.sql(OWNED);
        this.resume = schema.sql(RESUME);
        this.parkUnclaimed = schema.sql(PARK_UNCLAIMED);
    }

    /** Claims deliveries that are due and that nobody alive owns, the longest due first. */
    List<ClaimedRow> claimDue(Connection connection, OffsetDateTime from, List<String> handlers, int limit, long owner)
            throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(claimDue)) {
            Columns.of(claim).value(from).texts(handlers).value(limit).value(owner);
            return read(claim);
        }
    }

    /** Claims the next delivery of each handler and key, where none is under way. */
    List<ClaimedRow> claimNext(Connection connection, OffsetDateTime from, Collection<HandlerKey> keys, long owner)
            throws SQLException {
        List<HandlerKey> distinct = keys.stream().distinct().toList();
        try (PreparedStatement claim = connection.prepareStatement(claimNext)) {
            Columns.of(claim)
                    .add("text", distinct, HandlerKey::handler)
                    .add("text", distinct, HandlerKey::key)
                    .value(from)
                    .value(owner);
            return read(claim);
        }
    }

    /** Handlers and keys of which a delivery waits, in order, from behind the given one on; of a limited number of rows. */
    List<HandlerKey> waiting(Connection connection, List<String> handlers, @Nullable HandlerKey after, int rows)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(waiting)) {
            Columns.of(select)
                    .texts(handlers)
                    .value(after == null ? "" : after.handler())
                    .value(after == null ? "" : after.key())
                    .value(rows);
            List<HandlerKey> keys = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    keys.add(new HandlerKey(found.getString(1), found.getString(2)));
                }
            }
            return keys;
        }
    }

    /** What an incarnation owns: what is not in hand was claimed by a statement whose answer was lost. */
    List<ClaimedRow> owned(Connection connection, OffsetDateTime from, long owner) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(owned)) {
            Columns.of(select).value(from).value(owner);
            return read(select);
        }
    }

    /** Lets deliveries go on that were parked because nobody knew their handler or type. */
    void resume(Connection connection, Subscriptions known) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(resume)) {
            known.readableTypes().addTo(Columns.of(update).texts(known.handlerNames()));
            update.executeUpdate();
        }
    }

    /** Parks what is long due for a handler that is not known here; a process that knows it takes it up again. */
    void parkUnclaimed(Connection connection, OffsetDateTime from, List<String> handlers) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(parkUnclaimed)) {
            Columns.of(update).value(from).texts(handlers);
            update.executeUpdate();
        }
    }

    private static List<ClaimedRow> read(PreparedStatement statement) throws SQLException {
        List<ClaimedRow> claimed = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                claimed.add(new ClaimedRow(
                        new EventId(rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class)),
                        rows.getString(3),
                        rows.getInt(4),
                        rows.getString(5)));
            }
        }
        return claimed;
    }

    /** A claimed delivery; attempt counts this one. */
    record ClaimedRow(
            EventId id,
            String handler,
            int attempt,
            @Nullable String key) {}
}
