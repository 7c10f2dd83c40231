package io.neuroglia.delivery;

import io.neuroglia.mediation.EventSubscription;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The statement that gives finished events to a handler again, or for the first time. */
final class ReplayTable {
    private static final String REPLAY = """
        insert into neuroglia.delivery
            (event_id, event_stored_at, handler, key, sequence, ordinal, position, attempt, state, due_at)
        select e.id, e.stored_at, r.handler, e.key, e.sequence, e.ordinal, e.position, 0,
            case when e.key is null then 'retry' else 'waiting' end, clock_timestamp()
        from (select ?::text as handler, ?::text[] as names) r
        cross join neuroglia.event e
        where e.type = any(?::text[]) and e.stored_at >= ?
            and not e.pending && r.names
            and not exists (select 1 from neuroglia.handled h where h.message_id = e.id and h.handler = any(r.names))
        order by e.position
        on conflict (event_id, handler) do nothing\
        """;

    private ReplayTable() {}

    /** Makes a row for each event that the handler is not known to have handled, and answers how many. */
    static int replay(Connection connection, Subscriptions known, EventSubscription handler, Instant since)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REPLAY)) {
            insert.setString(1, handler.handlerName());
            EventTable.column(insert, 2, "text", known.namesOf(handler), name -> name);
            EventTable.column(insert, 3, "text", known.types().namesOf(handler.eventType()), name -> name);
            insert.setObject(4, since.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
        }
    }
}
