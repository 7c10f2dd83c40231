package io.neuroglia.delivery;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.StoredEvent.EventId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores the events of a unit of work with one statement. Where order is asked for it says at once which handlers have to
 * wait, because of another event in the statement, or of one that is unfinished. Handler names are joined by line feeds on
 * the way in and out, as a text array.
 */
final class EventStorage {
    private static final String INCOMING = """
        unnest(?::uuid[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
            ?::text[], ?::bool[], ?::int[]) with ordinality
            as u(id, key, sequence, ordinal, type, payload, headers, owner, ready, later, keyed, version, nr)\
        """;
    private static final String INSERT = """
        insert into neuroglia.event
            (id, key, sequence, ordinal, type, type_version, payload, headers, owner, pending)
        """;
    private static final String UNORDERED = INSERT + """
        select u.id, u.key, u.sequence, u.ordinal, u.type, u.version, u.payload, u.headers, u.owner,
            string_to_array(u.ready, E'\\n')
        from\
        """ + ' ' + INCOMING + """
         order by u.nr
        returning id, stored_at, array_to_string(pending, E'\\n') as ready\
        """;

    /** A snapshot taken before the lock on a key was granted shows too little: such an event waits for the look after. */
    private static final String ORDERED = """
        with incoming as materialized (
            select u.*, array(
                select h.name from unnest(string_to_array(u.ready, E'\\n')) as h(name)
                where u.key is not null and (
                    exists (select 1 from neuroglia.delivery d where d.handler = h.name and d.key = u.key)
                    or exists (select 1 from neuroglia.event p
                        where p.key = u.key and p.pending <> '{}' and h.name = any(p.pending))
                    or u.keyed and current_setting('transaction_isolation') <> 'read committed')) as blocked
            from\
        """ + ' ' + INCOMING + """
        ), told as (
            select i.*, array(
                select h.name from unnest(string_to_array(i.ready, E'\\n')) as h(name)
                where h.name <> all(i.blocked)) as first
            from incoming i
        ), stored as (
        """ + INSERT + """
            select t.id, t.key, t.sequence, t.ordinal, t.type, t.version, t.payload, t.headers,
                case when t.first <> '{}' then t.owner end, t.first
            from told t order by t.nr
            returning id, stored_at, key, sequence, ordinal, position, pending
        ), waiting as (
            insert into neuroglia.delivery
                (event_id, event_stored_at, handler, key, sequence, ordinal, position, state, attempt, due_at)
            select s.id, s.stored_at, h.name, s.key, s.sequence, s.ordinal, s.position, 'waiting', 0, clock_timestamp()
            from stored s join incoming i on i.id = s.id
            cross join lateral unnest(i.blocked || string_to_array(i.later, E'\\n')) as h(name)
        )
        select id, stored_at, array_to_string(pending, E'\\n') as ready from stored\
        """;

    /** One after the other in one order, so that two units of work with several keys cannot wait for each other. */
    private static final String LOCK = """
        select pg_advisory_xact_lock(k.lock)
        from (select distinct hashtextextended(u.key, 20726) as lock from unnest(?::text[]) as u(key) order by 1) k\
        """;

    private EventStorage() {}

    /** Stores events in the open transaction and answers, in the same order, who has to wait. */
    static List<KeptEvent> store(Connection connection, List<NewEvent> events) throws SQLException {
        List<NewEvent> keyed = events.stream()
                .filter(event -> event.raised().ordersByKeyAlone())
                .toList();
        if (!keyed.isEmpty()) {
            lock(connection, keyed);
        }
        boolean ordered = events.stream().anyMatch(event -> event.raised().key() != null);
        try (PreparedStatement insert = connection.prepareStatement(ordered ? ORDERED : UNORDERED)) {
            set(insert, events);
            Map<UUID, StoredRow> rows = rows(insert);
            List<KeptEvent> kept = new ArrayList<>();
            for (NewEvent event : events) {
                kept.add(kept(event, rows.get(event.id())));
            }
            return kept;
        }
    }

    private static void lock(Connection connection, List<NewEvent> keyed) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            EventTable.column(lock, 1, "text", keyed, event -> event.raised().key());
            lock.execute();
        }
    }

    private static void set(PreparedStatement insert, List<NewEvent> events) throws SQLException {
        EventTable.column(insert, 1, "uuid", events, NewEvent::id);
        EventTable.column(insert, 2, "text", events, event -> event.raised().key());
        EventTable.column(insert, 3, "bigint", events, event -> event.raised().sequence());
        EventTable.column(insert, 4, "int", events, event -> event.raised().ordinal());
        EventTable.column(insert, 5, "text", events, NewEvent::type);
        EventTable.column(insert, 6, "text", events, NewEvent::payload);
        EventTable.column(
                insert,
                7,
                "text",
                events,
                event -> StoredJson.write(event.raised().headers()));
        EventTable.column(insert, 8, "bigint", events, NewEvent::owner);
        EventTable.column(insert, 9, "text", events, event -> String.join("\n", event.ready()));
        EventTable.column(insert, 10, "text", events, event -> String.join("\n", event.later()));
        EventTable.column(insert, 11, "bool", events, event -> event.raised().ordersByKeyAlone());
        EventTable.column(insert, 12, "int", events, NewEvent::typeVersion);
    }

    private static Map<UUID, StoredRow> rows(PreparedStatement insert) throws SQLException {
        Map<UUID, StoredRow> stored = new HashMap<>();
        try (ResultSet rows = insert.executeQuery()) {
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                String ready = rows.getString(3);
                stored.put(
                        id,
                        new StoredRow(
                                new EventId(id, rows.getObject(2, OffsetDateTime.class)),
                                ready.isEmpty() ? List.of() : List.of(ready.split("\n"))));
            }
        }
        return stored;
    }

    private static KeptEvent kept(NewEvent event, @Nullable StoredRow row) {
        if (row == null) {
            throw new IllegalStateException("The database did not answer that it stored event " + event.id());
        }
        List<String> waiting = new ArrayList<>(event.ready());
        waiting.removeAll(row.ready());
        waiting.addAll(event.later());
        return new KeptEvent(event, event.stored(row.id(), row.ready()), waiting);
    }

    private record StoredRow(EventId id, List<String> ready) {}
}
