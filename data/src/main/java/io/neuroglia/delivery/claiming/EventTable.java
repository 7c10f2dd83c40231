package io.neuroglia.delivery.claiming;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.naming.EventHeaders;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.EventOrder;
import io.neuroglia.delivery.schema.Columns;
import io.neuroglia.delivery.schema.GuardedLog;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads events from the archive. Thread-safe. */
final class EventTable {
    private static final GuardedLog LOG = GuardedLog.of(EventTable.class);

    /** The times let the planner see which partitions it needs. */
    private static final String READ = """
        select e.id, e.stored_at, e.key, e.sequence, e.ordinal, e.type, e.headers,
            coalesce(x.type_version, e.type_version) as type_version, coalesce(x.payload, e.payload) as payload
        from neuroglia.event e left join neuroglia.edited_event x on x.event_id = e.id
        where e.stored_at = any(?::timestamptz[]) and e.id = any(?::uuid[])\
        """;

    private final String read;

    EventTable(Schema schema) {
        this.read = schema.sql(READ);
    }

    /** Events by their ids; what is no longer in the archive is missing. */
    Map<UUID, EventMessage> read(Connection connection, List<EventId> ids) throws SQLException {
        Map<UUID, EventMessage> events = new HashMap<>();
        if (ids.isEmpty()) {
            return events;
        }
        try (PreparedStatement select = connection.prepareStatement(read)) {
            Columns.of(select).add("timestamptz", ids, EventId::storedAt).add("uuid", ids, EventId::id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    EventMessage event = message(rows);
                    events.put(event.id(), event);
                }
            }
        }
        return events;
    }

    private static EventMessage message(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new EventMessage(
                id,
                row.getObject("stored_at", OffsetDateTime.class),
                new EventOrder(row.getString("key"), true, row.getLong("sequence"), row.getInt("ordinal")),
                row.getString("type"),
                row.getInt("type_version"),
                row.getString("payload"),
                headers(id, row.getString("headers")),
                null);
    }

    /** An event whose headers cannot be read is delivered all the same, in a conversation of its own. */
    private static EventHeaders headers(UUID id, String json) {
        try {
            return StoredJson.read(json, EventHeaders.class);
        } catch (DataFailureException failure) {
            LOG.error("The headers of event {} cannot be read; it begins a conversation of its own", id, failure);
            return new EventHeaders(id.toString(), null, null);
        }
    }

    /** The primary key of an event. */
    record EventId(UUID id, OffsetDateTime storedAt) {}
}
