package io.neuroglia.delivery.administration;

import io.neuroglia.delivery.administration.DeliveryLocks.Locked;
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
            + " returning d.event_id, d.handler, d.event_stored_at as stored_at)";

    private static final String END_ROWS = "with changed as (delete from neuroglia.delivery d using " + CHOSEN
            + " where d.event_id = c.event_id and d.handler = c.handler" + Conditions.free("d.owner")
            + " returning d.event_id, d.handler, d.event_stored_at as stored_at)";
    private static final String END_PENDING =
            "with chosen as (select * from " + CHOSEN + """
                ), ended as materialized (
                    select w.event_id, array(
                        select p.handler from unnest(w.pending) with ordinality as p(handler, place)
                        where p.handler <> all (c.handlers) order by p.place) as remaining
                    from neuroglia.work w
                    join (select event_id, array_agg(handler) as handlers from chosen group by 1) c
                        on c.event_id = w.event_id
                    where true\
                """ + Conditions.free("w.owner") + """
                     ), deleted as (
                    delete from neuroglia.work w using ended e
                    where w.event_id = e.event_id and e.remaining = '{}'),
                kept as (
                    update neuroglia.work w set owner = null, pending = e.remaining from ended e
                    where w.event_id = e.event_id and e.remaining <> '{}'),
                changed as (select c.event_id, c.handler, c.stored_at from chosen c join ended e on e.event_id = c.event_id)\
                """;
    private static final String NOTE = """
        , noted as (insert into neuroglia.handled (event_id, handler, event_stored_at, outcome)
            select event_id, handler, stored_at, ? from changed on conflict do nothing)\
        """;
    private static final String AUDIT = """
         insert into neuroglia.intervention (action, actor, reason, event_id, handler)
        select ?, ?, ?, event_id, handler from changed returning event_id, handler\
        """;

    private DeliveryChanges() {}

    /** Makes rows due now, with their attempts counted anew. */
    static List<DeliveryId> retry(Session session, List<Locked> chosen, Intervention by) throws SQLException {
        if (chosen.isEmpty()) {
            return List.of();
        }
        return audited(choose(session, RETRY, chosen), "retry", by);
    }

    /** Ends rows of the delivery table without their having been handled. */
    static List<DeliveryId> endRows(Session session, List<Locked> chosen, Ending ending, Intervention by)
            throws SQLException {
        return end(session, END_ROWS, chosen, ending, by);
    }

    /** Ends deliveries that were not attempted yet. */
    static List<DeliveryId> endPending(Session session, List<Locked> chosen, Ending ending, Intervention by)
            throws SQLException {
        return end(session, END_PENDING, chosen, ending, by);
    }

    private static List<DeliveryId> end(
            Session session, String sql, List<Locked> chosen, Ending ending, Intervention by) throws SQLException {
        if (chosen.isEmpty()) {
            return List.of();
        }
        SqlText text = choose(session, sql, chosen).add(NOTE, ending.outcome());
        return audited(text, ending.action(), by);
    }

    private static SqlText choose(Session session, String sql, List<Locked> chosen) throws SQLException {
        return session.sql()
                .add(
                        sql,
                        session.connection()
                                .createArrayOf(
                                        "uuid",
                                        chosen.stream().map(Locked::eventId).toArray()),
                        session.connection()
                                .createArrayOf(
                                        "timestamptz",
                                        chosen.stream().map(Locked::storedAt).toArray()),
                        session.connection()
                                .createArrayOf(
                                        "text",
                                        chosen.stream().map(Locked::handler).toArray()));
    }

    private static List<DeliveryId> audited(SqlText sql, String action, Intervention by) throws SQLException {
        sql.add(AUDIT, action, by.actor(), by.reason());
        try (PreparedStatement statement = sql.prepare();
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
