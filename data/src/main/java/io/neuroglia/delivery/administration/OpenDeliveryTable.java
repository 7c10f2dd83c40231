package io.neuroglia.delivery.administration;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is unfinished: the pending handlers of events, and the rows of the delivery table, as one list. */
final class OpenDeliveryTable {
    private static final String PENDING = """
        (select w.stored_at, w.event_id as id, d.handler, e.type, w.key, e.sequence, 'pending' as state, 0 as attempt,
            null::timestamptz as due_at, w.owner, null as error, null as stack_trace
        from neuroglia.work w
        cross join lateral (select e.type, e.sequence from neuroglia.event e
            where e.id = w.event_id and e.stored_at = w.stored_at limit 1) e
        cross join lateral unnest(w.pending) as d(handler)
        where true\
        """;
    private static final String ROWS = """
        (select d.event_stored_at as stored_at, d.event_id as id, d.handler, e.type, e.key, e.sequence, d.state, d.attempt,
            d.due_at, d.owner, d.error, d.stack_trace
        from (select * from neuroglia.delivery d where true\
        """;
    /** One by one, by their key: as a join the planner may read all events for a page. */
    private static final String THEIR_EVENTS = """
         d cross join lateral (select e.type, e.key, e.sequence from neuroglia.event e
            where e.id = d.event_id and e.stored_at = d.event_stored_at limit 1) e)\
        """;

    private static final String WITH_OWNER = """
        select o.*, p.name as process, coalesce(p.lease_until > clock_timestamp(), false) as alive,
            case when o.state = 'waiting' then coalesce(
                (select d.event_id from neuroglia.delivery d
                    where d.handler = o.handler and d.key = o.key and d.state <> 'waiting' limit 1),
                (select w.event_id from neuroglia.work w
                    where w.key = o.key and o.handler = any (w.pending) limit 1)) end as behind
        from (select u.* from (\
        """;
    private static final String BACKLOG = """
        select o.handler, o.state, count(*) as deliveries,
            (extract(epoch from clock_timestamp() - min(o.stored_at)) * 1000)::bigint as oldest
        from (
            select d.handler, 'pending' as state, w.stored_at
            from neuroglia.work w cross join lateral unnest(w.pending) as d(handler)
            union all
            select d.handler, d.state, d.event_stored_at from neuroglia.delivery d) o
        group by o.handler, o.state order by o.handler, o.state\
        """;

    private final Set<String> known;

    /**
     * For one reading.
     *
     * @param known the handlers that this process knows
     */
    OpenDeliveryTable(Set<String> known) {
        this.known = known;
    }

    /** What is unfinished, the oldest event first, after a position. */
    List<OpenDelivery> list(Session session, DeliveryFilter filter, @Nullable PagePosition after, int limit)
            throws SQLException {
        SqlText sql = session.sql().add(WITH_OWNER);
        if (filter.allows(DeliveryState.PENDING)) {
            branch(Conditions.ofPending(sql.add(PENDING), filter), "w.stored_at, w.event_id, d.handler", after, limit);
            sql.add(filter.state() == null ? " union all " : "");
        }
        if (filter.state() != DeliveryState.PENDING) {
            Conditions.ofRows(sql.add(ROWS), filter)
                    .add(hasFailed(filter.state()) ? Conditions.FAILED : "")
                    .addIfGiven(" and d.state = ?", wireName(filter.state()));
            branch(sql, "d.event_stored_at, d.event_id, d.handler", after, limit);
            sql.add(THEIR_EVENTS);
        }
        sql.add(") u order by 1, 2, 3 limit ?) o left join neuroglia.process p on p.incarnation = o.owner", limit);
        try (PreparedStatement select =
                        sql.add(" order by o.stored_at, o.id, o.handler").prepare();
                ResultSet rows = select.executeQuery()) {
            List<OpenDelivery> open = new ArrayList<>();
            while (rows.next()) {
                open.add(row(rows));
            }
            return open;
        }
    }

    /** How much is unfinished with each handler in each state. */
    static List<Backlog> backlog(Session session) throws SQLException {
        try (PreparedStatement select = session.sql().add(BACKLOG).prepare();
                ResultSet rows = select.executeQuery()) {
            List<Backlog> backlog = new ArrayList<>();
            while (rows.next()) {
                backlog.add(new Backlog(
                        rows.getString("handler"),
                        DeliveryState.of(rows.getString("state")),
                        rows.getLong("deliveries"),
                        Duration.ofMillis(Math.max(0, rows.getLong("oldest")))));
            }
            return backlog;
        }
    }

    /**
     * Both kinds of rows are ordered and cut off for themselves, so that each is read by its index; the events of rows are
     * looked up after that.
     */
    private static void branch(SqlText sql, String order, @Nullable PagePosition after, int limit) {
        if (after != null) {
            sql.add(" and (" + order + ") > (?, ?, ?)", after.storedAt(), after.eventId(), after.handler());
        }
        sql.add(" order by " + order + " limit ?)", limit);
    }

    private static boolean hasFailed(@Nullable DeliveryState state) {
        return state == DeliveryState.RETRY || state == DeliveryState.PARKED;
    }

    private static @Nullable String wireName(@Nullable DeliveryState state) {
        return state == null ? null : state.wireName();
    }

    private OpenDelivery row(ResultSet row) throws SQLException {
        String handler = row.getString("handler");
        return new OpenDelivery(
                event(row),
                handler,
                DeliveryState.of(row.getString("state")),
                row.getInt("attempt"),
                instant(row, "due_at"),
                owner(row),
                row.getObject("behind", UUID.class),
                known.contains(handler),
                failure(row));
    }

    static EventSummary event(ResultSet row) throws SQLException {
        return new EventSummary(
                row.getObject("id", UUID.class),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("key"),
                row.getLong("sequence"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable DeliveryOwner owner(ResultSet row) throws SQLException {
        long incarnation = row.getLong("owner");
        return row.wasNull() ? null : new DeliveryOwner(incarnation, row.getString("process"), row.getBoolean("alive"));
    }

    private static @Nullable DeliveryFailure failure(ResultSet row) throws SQLException {
        String error = row.getString("error");
        String trace = row.getString("stack_trace");
        return error == null ? null : new DeliveryFailure(error, trace == null ? "" : trace);
    }
}
