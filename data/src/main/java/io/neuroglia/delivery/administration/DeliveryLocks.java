package io.neuroglia.delivery.administration;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Locks rows that nobody alive has in hand, the oldest first, so that whatever comes next finds them unchanged. A row that
 * is locked already is left out: administration never waits for delivery, and so they cannot block each other for good.
 */
final class DeliveryLocks {
    private static final String ROWS = """
        select d.event_id, d.event_stored_at, d.handler from neuroglia.delivery d where true\
        """;
    private static final String PENDING = """
        select w.event_id, w.stored_at, d.handler
        from neuroglia.work w cross join lateral unnest(w.pending) as d(handler)
        where true\
        """;

    private static final Set<DeliveryState> FAILED = EnumSet.of(DeliveryState.RETRY, DeliveryState.PARKED);

    private DeliveryLocks() {}

    /** Rows of the delivery table in some states. */
    static List<Locked> rows(Session session, DeliveryFilter filter, List<DeliveryState> states, int limit)
            throws SQLException {
        List<DeliveryState> allowed = states.stream().filter(filter::allows).toList();
        if (allowed.isEmpty()) {
            return List.of();
        }
        List<String> names = allowed.stream().map(DeliveryState::wireName).toList();
        SqlText sql = Conditions.ofRows(session.sql().add(ROWS), filter)
                .add(FAILED.containsAll(allowed) ? Conditions.FAILED : "")
                .add(" and d.state = any (string_to_array(?, ','))", String.join(",", names))
                .add(Conditions.free("d.owner"))
                .add(" order by d.event_stored_at, d.event_id, d.handler limit ? for update of d skip locked", limit);
        return read(sql);
    }

    /** Pending handlers of events. */
    static List<Locked> pending(Session session, DeliveryFilter filter, int limit) throws SQLException {
        if (!filter.allows(DeliveryState.PENDING)) {
            return List.of();
        }
        SqlText sql = Conditions.ofPending(session.sql().add(PENDING), filter)
                .add(Conditions.free("w.owner"))
                .add(" order by w.stored_at, w.event_id, d.handler limit ? for update of w skip locked", limit);
        return read(sql);
    }

    private static List<Locked> read(SqlText sql) throws SQLException {
        try (PreparedStatement select = sql.prepare();
                ResultSet rows = select.executeQuery()) {
            List<Locked> locked = new ArrayList<>();
            while (rows.next()) {
                locked.add(new Locked(
                        rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class), rows.getString(3)));
            }
            return locked;
        }
    }

    /** A delivery whose row this transaction has locked. */
    record Locked(UUID eventId, OffsetDateTime storedAt, String handler) {}
}
