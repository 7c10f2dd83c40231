package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Stores the events of a unit of work. The statement that inserts them says at once which handlers have to wait, because
 * of another event of the unit or of one that is unfinished; only for these there is a second one.
 */
final class EventStorage {
    /** One after the other in one order, so that two units of work with several keys cannot wait for each other. */
    private static final String LOCK = """
        select pg_advisory_xact_lock(k.lock)
        from (select distinct hashtextextended(u.key, 20726) as lock from unnest(?::text[]) as u(key) order by 1) k\
        """;

    private static final String WAIT = """
        with incoming as (
            select u.* from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::bigint[])
                as u(id, stored_at, handler, key, sequence, ordinal, position))
        insert into neuroglia.delivery
            (event_id, event_stored_at, handler, key, sequence, ordinal, position, state, attempt, due_at)
        select i.id, i.stored_at, i.handler, i.key, i.sequence, i.ordinal, i.position, 'waiting', 0, clock_timestamp()
        from incoming i\
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
        Map<UUID, InsertedEvent> inserted = events.size() == 1
                ? OneEventInsert.insert(connection, events.get(0))
                : ManyEventsInsert.insert(connection, events);
        List<KeptEvent> kept = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        for (NewEvent event : events) {
            InsertedEvent row = Objects.requireNonNull(inserted.get(event.id()), "inserted");
            List<String> later = row.waitingOf(event);
            later.forEach(handler -> waiting.add(new Waiting(event, row, handler)));
            kept.add(new KeptEvent(event, event.stored(row.id(), row.ready()), later));
        }
        if (!waiting.isEmpty()) {
            makeWait(connection, waiting);
        }
        return kept;
    }

    private static void lock(Connection connection, List<NewEvent> keyed) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            EventTable.column(lock, 1, "text", keyed, event -> event.raised().key());
            lock.execute();
        }
    }

    private static void makeWait(Connection connection, List<Waiting> waiting) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WAIT)) {
            EventTable.column(insert, 1, "uuid", waiting, w -> w.row().id().id());
            EventTable.column(
                    insert, 2, "timestamptz", waiting, w -> w.row().id().storedAt());
            EventTable.column(insert, 3, "text", waiting, Waiting::handler);
            EventTable.column(
                    insert, 4, "text", waiting, w -> w.event().raised().key());
            EventTable.column(
                    insert, 5, "bigint", waiting, w -> w.event().raised().sequence());
            EventTable.column(insert, 6, "int", waiting, w -> w.event().raised().ordinal());
            EventTable.column(insert, 7, "bigint", waiting, w -> w.row().position());
            insert.executeUpdate();
        }
    }

    /** A handler that may see an event only after another one of the key. */
    private record Waiting(NewEvent event, InsertedEvent row, String handler) {}
}
