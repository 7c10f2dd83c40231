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
    static final String COLUMNS =
            " e.id, e.stored_at, e.key, e.type, e.type_version, e.payload, e.headers, e.pending, e.takeovers ";
    private static final String TAKE_OVER = """
        with free as materialized (
            select e.id, e.stored_at from neuroglia.event e
            where e.pending <> '{}' and e.stored_at >= ? and %s
                and (e.owner is null or not exists (select 1 from neuroglia.process p
                    where p.incarnation = e.owner and p.lease_until > clock_timestamp()))
            order by e.stored_at, e.id limit ? for update of e skip locked)
        update neuroglia.event e set owner = ?,
            takeovers = e.takeovers + case when e.owner is null then 0 else 1 end
        from free
        where e.id = free.id and e.stored_at = free.stored_at
        returning\
        """ + COLUMNS;
    private static final String CLAIM = TAKE_OVER.formatted("e.pending && ?::text[]");
    private static final String CLAIM_STRANDED =
            TAKE_OVER.formatted("not e.pending && ?::text[] and e.stored_at < clock_timestamp() - interval '1 minute'");
    private static final String OWNED = "select" + COLUMNS + """
        from neuroglia.event e
        where e.pending <> '{}' and e.stored_at >= ? and e.owner = ? and e.stored_at < clock_timestamp() - interval '2 seconds'
        order by e.stored_at, e.id\
        """;

    private static final String OLDEST = """
        select coalesce((select e.stored_at from neuroglia.event e where e.pending <> '{}' order by e.stored_at limit 1),
            clock_timestamp())\
        """;

    private EventTable() {}

    /**
     * When the oldest unfinished event was stored. The other statements begin there, so that they do not walk over what
     * was finished since the index was cleaned last.
     */
    static OffsetDateTime oldestUnfinished(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OLDEST);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    /** Takes over events that nobody alive owns and that some of these handlers are to see, the oldest first. */
    static List<StoredEvent> claim(Connection connection, OffsetDateTime from, List<String> handlers, Claim claim)
            throws SQLException {
        return claim(connection, CLAIM, from, handlers, claim);
    }

    /** Takes over events of which nobody who knows a handler has come for a while. */
    static List<StoredEvent> claimStranded(
            Connection connection, OffsetDateTime from, List<String> handlers, Claim claim) throws SQLException {
        return claim(connection, CLAIM_STRANDED, from, handlers, claim);
    }

    private static List<StoredEvent> claim(
            Connection connection, String sql, OffsetDateTime from, List<String> handlers, Claim claim)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, from);
            column(statement, 2, "text", handlers, handler -> handler);
            statement.setInt(3, claim.limit());
            statement.setLong(4, claim.owner());
            return read(statement);
        }
    }

    /** Events that an incarnation has owned for a while: those it does not hold are of commits it never learnt of. */
    static List<StoredEvent> owned(Connection connection, OffsetDateTime from, long owner) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OWNED)) {
            select.setObject(1, from);
            select.setLong(2, owner);
            return read(select);
        }
    }

    static StoredEvent row(ResultSet rows) throws SQLException {
        String[] pending = (String[]) rows.getArray("pending").getArray();
        return new StoredEvent(
                new EventId(rows.getObject("id", UUID.class), rows.getObject("stored_at", OffsetDateTime.class)),
                rows.getString("key"),
                rows.getString("type"),
                rows.getInt("type_version"),
                rows.getString("payload"),
                StoredJson.read(rows.getString("headers"), EventHeaders.class),
                List.of(pending),
                rows.getInt("takeovers"));
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

    /** How many are claimed at most, and for whom. */
    record Claim(int limit, long owner) {}
}
