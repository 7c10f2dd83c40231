package io.neuroglia.delivery;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.StoredEvent.EventId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements on the event table. */
final class EventTable {
    private static final String COLUMNS = " e.id, e.stored_at, e.key, e.type, e.payload, e.headers, e.pending ";
    private static final String CLAIM = """
        with free as materialized (
            select e.id, e.stored_at from neuroglia.event e
            where e.pending <> '{}' and e.pending && ?::text[]
                and (e.owner is null or not exists (select 1 from neuroglia.process p
                    where p.incarnation = e.owner and p.lease_until > clock_timestamp()))
            order by e.stored_at, e.id limit ? for update of e skip locked)
        update neuroglia.event e set owner = ? from free
        where e.id = free.id and e.stored_at = free.stored_at
        returning\
        """ + COLUMNS;
    private static final String OWNED = "select" + COLUMNS + """
        from neuroglia.event e
        where e.pending <> '{}' and e.owner = ? and e.stored_at < clock_timestamp() - interval '2 seconds'
        order by e.stored_at, e.id\
        """;

    private EventTable() {}

    /** Takes over events that nobody alive owns and that some of these handlers are to see, the oldest first. */
    static List<StoredEvent> claim(Connection connection, List<String> handlers, int limit, long owner)
            throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            column(claim, 1, "text", handlers, handler -> handler);
            claim.setInt(2, limit);
            claim.setLong(3, owner);
            return read(claim);
        }
    }

    /** Events that an incarnation has owned for a while: those it does not hold are of commits it never learnt of. */
    static List<StoredEvent> owned(Connection connection, long owner) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OWNED)) {
            select.setLong(1, owner);
            return read(select);
        }
    }

    static StoredEvent row(ResultSet rows) throws SQLException {
        String[] pending = (String[]) rows.getArray("pending").getArray();
        return new StoredEvent(
                new EventId(rows.getObject("id", UUID.class), rows.getObject("stored_at", OffsetDateTime.class)),
                rows.getString("key"),
                rows.getString("type"),
                rows.getString("payload"),
                StoredJson.read(rows.getString("headers"), EventHeaders.class),
                List.of(pending));
    }

    /** Sets a parameter to one field of all rows, as an array. */
    static <R> void column(
            PreparedStatement statement, int index, String type, List<R> rows, Function<R, @Nullable Object> field)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.apply(rows.get(i));
        }
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static List<StoredEvent> read(PreparedStatement statement) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(row(rows));
            }
        }
        return events;
    }
}
