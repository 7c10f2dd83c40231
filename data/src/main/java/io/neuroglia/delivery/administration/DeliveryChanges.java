package io.neuroglia.delivery.administration;

import io.neuroglia.delivery.administration.DeliveryLocks.Locked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Changes deliveries whose rows are locked and writes each into the audit table, with one statement. Whether somebody alive
 * has them in hand is looked at once more: that look comes after the lock, so it misses no process that has just begun.
 */
final class DeliveryChanges {
    private static final String CHOSEN =
            "unnest(?::uuid[], ?::timestamptz[], ?::text[]) as c(event_id, stored_at, handler)";

    /** An attempt whose end nobody learnt counts, so that the next one asks first whether it succeeded. */
    private static final String RETRY = "with changed as (update neuroglia.delivery d set state = 'retry',"
            + " attempt = case when d.owner is null then 0 else 1 end,"
            + " due_at = clock_timestamp(), owner = null, unresolved = false from " + CHOSEN
            + " where d.event_id = c.event_id and d.handler = c.handler" + Conditions.free("d.owner")
            + " returning d.event_id, d.handler)";

    private static final String END_ROWS = "with changed as (delete from neuroglia.delivery d using " + CHOSEN
            + " where d.event_id = c.event_id and d.handler = c.handler" + Conditions.free("d.owner")
            + " returning d.event_id, d.handler)";
    private static final String END_PENDING =
            "with chosen as (select * from " + CHOSEN + """
                ), gone as (
                    update neuroglia.event e set owner = null, pending = array(
                        select p.handler from unnest(e.pending) with ordinality as p(handler, place)
                        where p.handler <> all (c.handlers) order by p.place)
                    from (select event_id, stored_at, array_agg(handler) as handlers from chosen group by 1, 2) c
                    where e.id = c.event_id and e.stored_at = c.stored_at\
                """ + Conditions.free("e.owner") + """
                     returning e.id),
                changed as (select c.event_id, c.handler from chosen c join gone on gone.id = c.event_id)\
                """;
    private static final String NOTE = """
        , noted as (insert into neuroglia.handled (message_id, handler, outcome)
            select event_id, handler, ? from changed on conflict do nothing)\
        """;
    private static final String AUDIT = """
         insert into neuroglia.intervention (action, actor, reason, event_id, handler)
        select ?, ?, ?, event_id, handler from changed returning event_id, handler\
        """;

    private DeliveryChanges() {}

    /** Makes rows due now, with their attempts counted anew. */
    static List<DeliveryId> retry(Connection connection, List<Locked> chosen, Intervention by) throws SQLException {
        if (chosen.isEmpty()) {
            return List.of();
        }
        return audited(connection, choose(connection, RETRY, chosen), "retry", by);
    }

    /** Ends rows of the delivery table without their having been handled. */
    static List<DeliveryId> endRows(Connection connection, List<Locked> chosen, Ending ending, Intervention by)
            throws SQLException {
        return end(connection, END_ROWS, chosen, ending, by);
    }

    /** Ends deliveries that were not attempted yet. */
    static List<DeliveryId> endPending(Connection connection, List<Locked> chosen, Ending ending, Intervention by)
            throws SQLException {
        return end(connection, END_PENDING, chosen, ending, by);
    }

    private static List<DeliveryId> end(
            Connection connection, String sql, List<Locked> chosen, Ending ending, Intervention by)
            throws SQLException {
        if (chosen.isEmpty()) {
            return List.of();
        }
        SqlText text = choose(connection, sql, chosen).add(NOTE, ending.outcome());
        return audited(connection, text, ending.action(), by);
    }

    private static SqlText choose(Connection connection, String sql, List<Locked> chosen) throws SQLException {
        return new SqlText()
                .add(
                        sql,
                        connection.createArrayOf(
                                "uuid", chosen.stream().map(Locked::eventId).toArray()),
                        connection.createArrayOf(
                                "timestamptz",
                                chosen.stream().map(Locked::storedAt).toArray()),
                        connection.createArrayOf(
                                "text", chosen.stream().map(Locked::handler).toArray()));
    }

    private static List<DeliveryId> audited(Connection connection, SqlText sql, String action, Intervention by)
            throws SQLException {
        sql.add(AUDIT, action, by.actor(), by.reason());
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<DeliveryId> changed = new ArrayList<>();
            while (rows.next()) {
                changed.add(new DeliveryId(rows.getObject(1, UUID.class), rows.getString(2)));
            }
            return changed;
        }
    }

    /** How a delivery ends that is not to be handled any more. */
    enum Ending {
        /** For one handler. */
        SKIP("skip", "skipped"),
        /** For all handlers of the event. */
        DISCARD("discard", "discarded");

        private final String action;
        private final String outcome;

        Ending(String action, String outcome) {
            this.action = action;
            this.outcome = outcome;
        }

        String action() {
            return action;
        }

        String outcome() {
            return outcome;
        }
    }
}
