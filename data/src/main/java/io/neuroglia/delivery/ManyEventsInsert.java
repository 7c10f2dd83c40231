package io.neuroglia.delivery;

import io.neuroglia.data.json.StoredJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Inserts several events of a unit of work with one statement. Handler names are joined by line feeds, as a text array. */
final class ManyEventsInsert {
    /**
     * A handler is ready if no event of the key is unfinished for it. A snapshot taken before the lock on a key was granted
     * shows too little for that: such an event waits for the look after the commit. The offset keeps the values out of the
     * planner's sight, so that it plans once and not for each of them.
     */
    private static final String INSERT = """
        insert into neuroglia.event
            (id, key, sequence, ordinal, type, type_version, payload, headers, owner, pending)
        select t.id, t.key, t.sequence, t.ordinal, t.type, t.version, t.payload, t.headers,
            case when t.ready <> '{}' then t.owner end, t.ready
        from (
            select u.id, u.key, u.sequence, u.ordinal, u.type, u.version, u.payload, u.headers, u.owner, u.nr, array(
                select h.name from unnest(string_to_array(u.handlers, E'\\n')) as h(name)
                where u.key is null
                    or h.name <> all(array(
                        select unnest(p.pending) from neuroglia.event p where p.key = u.key and p.pending <> '{}'))
                    and (select true from neuroglia.delivery d where d.handler = h.name and d.key = u.key limit 1) is null
                    and not (u.keyed and current_setting('transaction_isolation') <> 'read committed')) as ready
            from (select ?::uuid[] as c1, ?::text[] as c2, ?::bigint[] as c3, ?::int[] as c4, ?::text[] as c5, ?::int[] as c6,
                    ?::text[] as c7, ?::text[] as c8, ?::bigint[] as c9, ?::text[] as c10, ?::bool[] as c11 offset 0) a
            cross join lateral unnest(a.c1, a.c2, a.c3, a.c4, a.c5, a.c6, a.c7, a.c8, a.c9, a.c10, a.c11) with ordinality
                as u(id, key, sequence, ordinal, type, version, payload, headers, owner, handlers, keyed, nr)
            order by u.nr) t\
        """ + InsertedEvent.RETURNING;

    private ManyEventsInsert() {}

    static Map<UUID, InsertedEvent> insert(Connection connection, List<NewEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            EventTable.column(insert, 1, "uuid", events, NewEvent::id);
            EventTable.column(insert, 2, "text", events, event -> event.raised().key());
            EventTable.column(
                    insert, 3, "bigint", events, event -> event.raised().sequence());
            EventTable.column(insert, 4, "int", events, event -> event.raised().ordinal());
            EventTable.column(insert, 5, "text", events, NewEvent::type);
            EventTable.column(insert, 6, "int", events, NewEvent::typeVersion);
            EventTable.column(insert, 7, "text", events, NewEvent::payload);
            EventTable.column(
                    insert,
                    8,
                    "text",
                    events,
                    event -> StoredJson.write(event.raised().headers()));
            EventTable.column(insert, 9, "bigint", events, NewEvent::owner);
            EventTable.column(insert, 10, "text", events, event -> String.join("\n", event.ready()));
            EventTable.column(
                    insert, 11, "bool", events, event -> event.raised().ordersByKeyAlone());
            Map<UUID, InsertedEvent> inserted = new HashMap<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    InsertedEvent row = InsertedEvent.read(rows);
                    inserted.put(row.id().id(), row);
                }
            }
            return inserted;
        }
    }
}
