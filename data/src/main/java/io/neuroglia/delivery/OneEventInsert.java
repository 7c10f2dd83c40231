package io.neuroglia.delivery;

import io.neuroglia.data.json.StoredJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inserts the one event of a unit of work, which most units have: with plain values, since arrays of one cost more. */
final class OneEventInsert {
    private static final String INSERT = """
        insert into neuroglia.event
            (id, key, sequence, ordinal, type, type_version, payload, headers, owner, pending)
        """;
    private static final String UNORDERED = INSERT + """
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, E'\\n'))\
        """ + InsertedEvent.RETURNING;

    /**
     * Nearly always nothing of the key is unfinished, and then all handlers are ready. Otherwise this inserts nothing. A
     * statement that could tell the handlers apart takes twice as long, even when there is nothing to tell.
     */
    private static final String IF_FREE = INSERT + """
        select ?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, E'\\n')
        where (select true from neuroglia.event p where p.key = ? and p.pending <> '{}' limit 1) is null
            and (select true from neuroglia.delivery d
                where d.handler = any(string_to_array(?, E'\\n')) and d.key = ? limit 1) is null
            and not (? and current_setting('transaction_isolation') <> 'read committed')\
        """ + InsertedEvent.RETURNING;

    /**
     * Handlers that are ready are those for which no event of the key is unfinished, as {@link ManyEventsInsert} has it. The
     * limit makes the planner ask for each handler by index, the second offset makes it ask once. The first one keeps the
     * values out of the planner's sight: it would find it cheaper to plan anew for each of them, which takes several times
     * as long as running the plan.
     */
    private static final String ORDERED = INSERT + """
        select e.id, e.key, e.sequence, e.ordinal, e.type, e.version, e.payload, e.headers,
            case when r.ready <> '{}' then e.owner end, r.ready
        from (select ?::uuid as id, ?::text as key, ?::bigint as sequence, ?::int as ordinal, ?::text as type,
                ?::int as version, ?::text as payload, ?::text as headers, ?::bigint as owner, ?::text as handlers,
                ?::bool as keyed offset 0) e
        cross join lateral (select array(
            select h.name from unnest(string_to_array(e.handlers, E'\\n')) as h(name)
            where h.name <> all(array(
                    select unnest(p.pending) from neuroglia.event p where p.key = e.key and p.pending <> '{}'))
                and (select true from neuroglia.delivery d where d.handler = h.name and d.key = e.key limit 1) is null
                and not (e.keyed and current_setting('transaction_isolation') <> 'read committed')) as ready offset 0) r\
        """ + InsertedEvent.RETURNING;

    private OneEventInsert() {}

    static Map<UUID, InsertedEvent> insert(Connection connection, NewEvent event) throws SQLException {
        RaisedEvent raised = event.raised();
        InsertedEvent row = run(connection, raised.key() == null ? UNORDERED : IF_FREE, event);
        if (row == null) {
            row = Objects.requireNonNull(run(connection, ORDERED, event), "inserted");
        }
        return Map.of(event.id(), row);
    }

    private static @Nullable InsertedEvent run(Connection connection, String sql, NewEvent event) throws SQLException {
        RaisedEvent raised = event.raised();
        String ready = String.join("\n", event.ready());
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, event.id());
            insert.setString(2, raised.key());
            insert.setLong(3, raised.sequence());
            insert.setInt(4, raised.ordinal());
            insert.setString(5, event.type());
            insert.setInt(6, event.typeVersion());
            insert.setString(7, event.payload());
            insert.setString(8, StoredJson.write(raised.headers()));
            insert.setObject(9, event.owner(), Types.BIGINT);
            insert.setString(10, ready);
            if (sql.equals(IF_FREE)) {
                insert.setString(11, raised.key());
                insert.setString(12, ready);
                insert.setString(13, raised.key());
                insert.setBoolean(14, raised.ordersByKeyAlone());
            } else if (sql.equals(ORDERED)) {
                insert.setBoolean(11, raised.ordersByKeyAlone());
            }
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? InsertedEvent.read(row) : null;
            }
        }
    }
}
