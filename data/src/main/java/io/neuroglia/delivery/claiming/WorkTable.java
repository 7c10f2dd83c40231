package io.neuroglia.delivery.claiming;

import io.neuroglia.delivery.claiming.EventTable.EventId;
import io.neuroglia.delivery.schema.Columns;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Claims events whose handlers have had no first attempt. Thread-safe. */
final class WorkTable {
    /** Whoever takes over from a process that is alive, which only began another incarnation, does not count. */
    private static final String CLAIM = """
        with free as materialized (
            select w.event_id, w.owner from neuroglia.work w
            where w.stored_at >= ? and %s
                and (w.owner is null or not exists (select 1 from neuroglia.process p
                    where p.incarnation = w.owner and p.lease_until > clock_timestamp()))
            order by w.stored_at, w.event_id limit ? for update of w skip locked)
        update neuroglia.work w set owner = ?,
            takeovers = w.takeovers + case when w.owner is null or w.owner = any(?::bigint[]) then 0 else 1 end
        from free f
        where w.event_id = f.event_id
        returning w.event_id, w.stored_at, w.pending, w.takeovers, f.owner is not null or w.takeovers > 0 as again\
        """;

    private static final String OWNED = """
        select w.event_id, w.stored_at, w.pending, w.takeovers, true as again from neuroglia.work w
        where w.stored_at >= ? and w.owner = ? and w.stored_at < (select clock_timestamp()) - interval '2 seconds'\
        """;

    private static final String WAITS_FOR = """
        select 1 from neuroglia.work w where w.stored_at >= ? and w.owner is null and w.pending && ?::text[]
        order by w.stored_at limit 1\
        """;

    private final String claim;
    private final String claimStranded;
    private final String owned;
    private final String waitsFor;

    WorkTable(Schema schema) {
        this.claim = schema.sql(CLAIM.formatted("w.pending && ?::text[]"));
        this.claimStranded = schema.sql(CLAIM.formatted(
                "not w.pending && ?::text[] and w.stored_at < (select clock_timestamp()) - interval '1 minute'"));
        this.owned = schema.sql(OWNED);
        this.waitsFor = schema.sql(WAITS_FOR);
    }

    /** Claims events that nobody alive owns and that some of these handlers are to see, the oldest first. */
    List<Claimed> claim(Connection connection, List<String> handlers, Claim by) throws SQLException {
        return claim(connection, claim, handlers, by);
    }

    /** Claims events for which nobody who knows a handler has come for a while. */
    List<Claimed> claimStranded(Connection connection, List<String> handlers, Claim by) throws SQLException {
        return claim(connection, claimStranded, handlers, by);
    }

    /** Whether an event without an owner is for one of these handlers. */
    boolean waitsFor(Connection connection, OffsetDateTime from, List<String> handlers) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(waitsFor)) {
            Columns.of(select).value(from).texts(handlers);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Events that an incarnation has owned for a while: those not in hand are of commits whose outcome is unknown. */
    List<Claimed> owned(Connection connection, OffsetDateTime from, long owner) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(owned)) {
            Columns.of(select).value(from).value(owner);
            return read(select);
        }
    }

    private static List<Claimed> claim(Connection connection, String sql, List<String> handlers, Claim by)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Columns.of(statement)
                    .value(by.from())
                    .texts(handlers)
                    .value(by.limit())
                    .value(by.owner())
                    .add("bigint", List.copyOf(by.former()), incarnation -> incarnation);
            return read(statement);
        }
    }

    private static List<Claimed> read(PreparedStatement statement) throws SQLException {
        List<Claimed> claimed = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                claimed.add(new Claimed(
                        new EventId(rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class)),
                        List.of((String[]) rows.getArray(3).getArray()),
                        rows.getInt(4),
                        rows.getBoolean(5)));
            }
        }
        return claimed;
    }

    /** For whom, from which time on, and how many at most. */
    record Claim(OffsetDateTime from, int limit, long owner, Collection<Long> former) {}

    /** A claimed event: its pending handlers, how many owners died with it, and whether some may have had it. */
    record Claimed(EventId id, List<String> pending, int takeovers, boolean again) {}
}
