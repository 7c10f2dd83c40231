package io.neuroglia.delivery.storing;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.EventOrder;
import io.neuroglia.delivery.schema.Columns;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Inserts events, each with its row of work, by one statement. A handler is ready for an event if no event of the key is
 * unfinished for it. A snapshot that is older than the statement shows too little for that, as others have raised or
 * replayed events of the key since, so under another isolation than read committed an event with a key waits for the look
 * after the commit. Handler names are joined by line
 * feeds, which cost less than arrays. Thread-safe.
 */
final class EventInsert {
    private static final String EVENT = """
        insert into neuroglia.event (id, key, sequence, ordinal, type, type_version, payload, headers)
        """;
    private static final String ONE = EVENT + "values (?, ?, ?, ?, ?, ?, ?, ?) returning id, stored_at, position";
    private static final String WORK = """
        insert into neuroglia.work (event_id, stored_at, key, position, owner, pending)
        """;

    /** An event without handlers: only the archive. */
    private static final String ARCHIVE = ONE;

    /** An event without a key: all its handlers are ready. */
    private static final String UNORDERED = "with stored as (" + ONE + ") " + WORK + """
        select s.id, s.stored_at, null, s.position, ?, string_to_array(?, E'\\n') from stored s
        returning event_id, stored_at, position\
        """;

    /**
     * An event with a key. Nearly always nothing of the key is unfinished, and then all handlers are ready; otherwise the row
     * of work is left to {@link #PLACE}. One statement that could tell the handlers apart would take twice as long.
     */
    private static final String ORDERED = "with stored as (" + ONE + "), placed as (" + WORK + """
        select s.id, s.stored_at, ?, s.position, ?, string_to_array(?, E'\\n') from stored s
        where (select true from neuroglia.work p where p.key = ? and p.stored_at >= ? limit 1) is null
            and (select true from neuroglia.delivery d
                where d.handler = any(string_to_array(?, E'\\n')) and d.key = ? limit 1) is null
            and current_setting('transaction_isolation') = 'read committed'
        returning event_id)
        select s.id, s.stored_at, s.position, exists (select 1 from placed) from stored s\
        """;

    private static final String READY = """
        h.name <> all(array(select unnest(p.pending) from neuroglia.work p
                where p.key = i.key and p.stored_at >= i.horizon))
            and (select true from neuroglia.delivery d where d.handler = h.name and d.key = i.key limit 1) is null
            and current_setting('transaction_isolation') = 'read committed'\
        """;

    /** The row of work of an event whose key is busy, for the handlers that are ready all the same. */
    private static final String PLACE = """
        with ready as materialized (
            select h.name
            from (select ?::text as handlers, ?::text as key, ?::timestamptz as horizon offset 0) i
            cross join lateral unnest(string_to_array(i.handlers, E'\\n')) as h(name)
            where %s),
        placed as (
            insert into neuroglia.work (event_id, stored_at, key, position, owner, pending)
            select ?, ?, ?, ?, ?, array_agg(r.name) from ready r having count(*) > 0)
        select name from ready\
        """.formatted(READY);

    /** The offset keeps the values out of the planner's sight, so that it plans once and not for each of them. */
    private static final String MANY = """
        with incoming as materialized (
            select u.*, a.owner, a.horizon
            from (select ?::uuid[] as c1, ?::text[] as c2, ?::bigint[] as c3, ?::int[] as c4, ?::text[] as c5, ?::int[] as c6,
                    ?::text[] as c7, ?::text[] as c8, ?::text[] as c9, ?::bigint as owner, ?::timestamptz as horizon offset 0) a
            cross join lateral unnest(a.c1, a.c2, a.c3, a.c4, a.c5, a.c6, a.c7, a.c8, a.c9) with ordinality
                as u(id, key, sequence, ordinal, type, version, payload, headers, handlers, nr)),
        stored as (
            insert into neuroglia.event (id, key, sequence, ordinal, type, type_version, payload, headers)
            select i.id, i.key, i.sequence, i.ordinal, i.type, i.version, i.payload, i.headers from incoming i order by i.nr
            returning id, stored_at, position),
        ready as materialized (
            select i.id, i.key, i.owner, array(
                select h.name from unnest(string_to_array(i.handlers, E'\\n')) as h(name) where i.key is null or (%s)) as names
            from incoming i where i.handlers <> ''),
        placed as (
            insert into neuroglia.work (event_id, stored_at, key, position, owner, pending)
            select s.id, s.stored_at, r.key, s.position, r.owner, r.names
            from stored s join ready r on r.id = s.id where r.names <> '{}')
        select s.id, s.stored_at, s.position, coalesce(array_to_string(r.names, E'\\n'), '')
        from stored s left join ready r on r.id = s.id\
        """.formatted(READY);

    /** In one order, so that two units of work with several keys cannot wait for each other. */
    private static final String LOCK = """
        select pg_advisory_xact_lock(k.lock)
        from (select distinct hashtextextended('neuroglia./key/' || u.key, 20726) as lock from unnest(?::text[]) as u(key) order by 1) k\
        """;

    private static final String WAIT = """
        insert into neuroglia.delivery (event_id, event_stored_at, handler, key, position, state, attempt, due_at)
        select u.id, u.stored_at, u.handler, u.key, u.position, 'waiting', 0, clock_timestamp()
        from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::bigint[])
            as u(id, stored_at, handler, key, position)\
        """;

    private final Schema schema;

    EventInsert(Schema schema) {
        this.schema = schema;
    }

    /**
     * Stores events in the open transaction.
     *
     * @param owner the incarnation that is to deliver them; null for whoever has room
     * @param horizon a time before which there is no unfinished work
     * @return the events as they are stored, in the same order
     */
    List<StoredEvent> insert(
            Connection connection, List<StoredEvent> events, @Nullable Long owner, OffsetDateTime horizon)
            throws SQLException {
        List<EventMessage> keyed = events.stream()
                .map(StoredEvent::event)
                .filter(event -> event.order().byKeyAlone())
                .toList();
        if (!keyed.isEmpty()) {
            lock(connection, keyed);
        }
        Batch batch = new Batch(connection, owner, horizon);
        List<Placed> placed = events.size() == 1 ? List.of(one(batch, events.get(0))) : many(batch, events);
        makeWait(connection, placed);
        return placed.stream().map(Placed::stored).toList();
    }

    private Placed one(Batch batch, StoredEvent event) throws SQLException {
        if (event.ready().isEmpty()) {
            return insertOne(batch, event, ARCHIVE);
        }
        return insertOne(batch, event, event.event().key() == null ? UNORDERED : ORDERED);
    }

    private Placed insertOne(Batch batch, StoredEvent event, String sql) throws SQLException {
        EventMessage message = event.event();
        String handlers = String.join("\n", event.ready());
        try (PreparedStatement insert = batch.connection().prepareStatement(schema.sql(sql))) {
            set(insert, message);
            if (sql.equals(UNORDERED)) {
                insert.setObject(9, batch.owner(), Types.BIGINT);
                insert.setString(10, handlers);
            } else if (sql.equals(ORDERED)) {
                insert.setString(9, message.key());
                insert.setObject(10, batch.owner(), Types.BIGINT);
                insert.setString(11, handlers);
                insert.setString(12, message.key());
                insert.setObject(13, batch.horizon());
                insert.setString(14, handlers);
                insert.setString(15, message.key());
            }
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                EventMessage stored = message.storedAt(row.getObject(2, OffsetDateTime.class));
                long position = row.getLong(3);
                boolean isPlaced = !sql.equals(ORDERED) || row.getBoolean(4);
                List<String> ready = isPlaced ? event.ready() : place(batch, event, stored, position);
                return new Placed(event.placed(stored, ready), position);
            }
        }
    }

    private static void set(PreparedStatement insert, EventMessage message) throws SQLException {
        EventOrder order = message.order();
        insert.setObject(1, message.id());
        insert.setString(2, order.key());
        insert.setLong(3, order.sequence());
        insert.setInt(4, order.ordinal());
        insert.setString(5, message.type());
        insert.setInt(6, message.typeVersion());
        insert.setString(7, message.payload());
        insert.setString(8, headers(message));
    }

    private List<String> place(Batch batch, StoredEvent event, EventMessage stored, long position) throws SQLException {
        try (PreparedStatement place = batch.connection().prepareStatement(schema.sql(PLACE))) {
            place.setString(1, String.join("\n", event.ready()));
            place.setString(2, stored.key());
            place.setObject(3, batch.horizon());
            place.setObject(4, stored.id());
            place.setObject(5, stored.storedAt());
            place.setString(6, stored.key());
            place.setLong(7, position);
            place.setObject(8, batch.owner(), Types.BIGINT);
            List<String> ready = new ArrayList<>();
            try (ResultSet rows = place.executeQuery()) {
                while (rows.next()) {
                    ready.add(rows.getString(1));
                }
            }
            return ready;
        }
    }

    private List<Placed> many(Batch batch, List<StoredEvent> events) throws SQLException {
        Map<UUID, Placed> placed = new HashMap<>();
        Map<UUID, StoredEvent> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.event().id(), event));
        try (PreparedStatement insert = batch.connection().prepareStatement(schema.sql(MANY))) {
            setMany(insert, events);
            insert.setObject(10, batch.owner(), Types.BIGINT);
            insert.setObject(11, batch.horizon());
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    StoredEvent event = Objects.requireNonNull(byId.get(rows.getObject(1, UUID.class)));
                    EventMessage stored = event.event().storedAt(rows.getObject(2, OffsetDateTime.class));
                    String ready = rows.getString(4);
                    List<String> names = ready.isEmpty() ? List.of() : List.of(ready.split("\n", -1));
                    placed.put(stored.id(), new Placed(event.placed(stored, names), rows.getLong(3)));
                }
            }
        }
        return events.stream()
                .map(event -> Objects.requireNonNull(placed.get(event.event().id())))
                .toList();
    }

    private static void setMany(PreparedStatement insert, List<StoredEvent> events) throws SQLException {
        List<EventMessage> messages = events.stream().map(StoredEvent::event).toList();
        Columns.of(insert)
                .add("uuid", messages, EventMessage::id)
                .add("text", messages, EventMessage::key)
                .add("bigint", messages, message -> message.order().sequence())
                .add("int", messages, message -> message.order().ordinal())
                .add("text", messages, EventMessage::type)
                .add("int", messages, EventMessage::typeVersion)
                .add("text", messages, EventMessage::payload)
                .add("text", messages, EventInsert::headers)
                .add("text", events, event -> String.join("\n", event.ready()));
    }

    private void lock(Connection connection, List<EventMessage> keyed) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(schema.sql(LOCK))) {
            Columns.of(lock).add("text", keyed, EventMessage::key);
            lock.execute();
        }
    }

    private void makeWait(Connection connection, List<Placed> placed) throws SQLException {
        List<Waiting> waiting = placed.stream()
                .flatMap(one -> one.stored().waiting().stream().map(handler -> new Waiting(one, handler)))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(schema.sql(WAIT))) {
            Columns.of(insert)
                    .add("uuid", waiting, one -> one.event().id())
                    .add("timestamptz", waiting, one -> one.event().storedAt())
                    .add("text", waiting, Waiting::handler)
                    .add("text", waiting, one -> one.event().key())
                    .add("bigint", waiting, one -> one.placed().position());
            insert.executeUpdate();
        }
    }

    private static String headers(EventMessage message) {
        return StoredJson.write(message.headers());
    }

    /** What is the same for all events of a unit of work. */
    private record Batch(Connection connection, @Nullable Long owner, OffsetDateTime horizon) {}

    /** A stored event and the number that orders it among those of its key. */
    private record Placed(StoredEvent stored, long position) {}

    /** A handler that may see an event only after another one of the key. */
    private record Waiting(Placed placed, String handler) {
        EventMessage event() {
            return placed.stored().event();
        }
    }
}
