package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements that take up deliveries which have rows of their own. */
final class DeliveryTable {
    static final String CLAIMED = EventTable.COLUMNS + ", d.handler, d.attempt ";

    /** The clock is asked once, in a query of its own: a bound that changes from row to row could not end the scan. */
    private static final String CLAIM_DUE = """
        with due as materialized (
            select d.event_id, d.handler from neuroglia.delivery d
            where d.state = 'retry' and d.due_at <= (select clock_timestamp()) and d.handler = any(?::text[])
                and (d.owner is null or not exists (select 1 from neuroglia.process p
                    where p.incarnation = d.owner and p.lease_until > clock_timestamp()))
            order by d.due_at limit ? for update of d skip locked)
        update neuroglia.delivery d set owner = ?, attempt = d.attempt + 1
        from due, neuroglia.event e
        where d.event_id = due.event_id and d.handler = due.handler
            and e.id = d.event_id and e.stored_at = d.event_stored_at
        returning\
        """ + CLAIMED;

    private static final String OWNED = "select" + CLAIMED + """
        from neuroglia.delivery d
        join neuroglia.event e on e.id = d.event_id and e.stored_at = d.event_stored_at
        where d.state = 'retry' and d.owner = ?\
        """;

    private static final String RESUME = """
        update neuroglia.delivery d set state = 'retry', attempt = greatest(d.attempt - 1, 0), due_at = clock_timestamp(), unresolved = false
        from neuroglia.event e
        join unnest(?::text[], ?::int[], ?::int[]) as k(type, lowest, highest)
            on e.type = k.type and e.type_version between k.lowest and k.highest
        where d.unresolved and d.state = 'parked' and d.handler = any(?::text[])
            and e.id = d.event_id and e.stored_at = d.event_stored_at\
        """;

    private static final String PARK_UNCLAIMED = """
        update neuroglia.delivery d set state = 'parked', attempt = d.attempt + 1, unresolved = true,
            error = 'No living process has taken this up for 10 minutes, perhaps because none has a handler named '
                || d.handler || '. Last error: ' || coalesce(d.error, 'none')
        where d.state = 'retry' and d.due_at < (select clock_timestamp()) - interval '10 minutes'
            and d.handler <> all(?::text[]) and d.owner is null\
        """;

    private DeliveryTable() {}

    /** Takes up deliveries that are due and that nobody alive owns, the longest due first. */
    static List<Repetition> claimDue(Connection connection, List<String> handlers, int limit, long owner)
            throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM_DUE)) {
            EventTable.column(claim, 1, "text", handlers, handler -> handler);
            claim.setInt(2, limit);
            claim.setLong(3, owner);
            return claimed(claim);
        }
    }

    /** What an incarnation owns: what it does not hold was claimed by a statement whose answer it never got. */
    static List<Repetition> owned(Connection connection, long owner) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OWNED)) {
            select.setLong(1, owner);
            return claimed(select);
        }
    }

    /** Lets deliveries go on that were parked because nobody knew their handler or type. */
    static void resume(Connection connection, Subscriptions known) throws SQLException {
        EventTypes types = known.types();
        try (PreparedStatement update = connection.prepareStatement(RESUME)) {
            EventTable.column(update, 1, "text", types.names(), name -> name);
            EventTable.column(update, 2, "int", types.lowestVersions(), version -> version);
            EventTable.column(update, 3, "int", types.highestVersions(), version -> version);
            EventTable.column(update, 4, "text", known.handlerNames(), handler -> handler);
            update.executeUpdate();
        }
    }

    /** Parks what is long due for a handler that is not known here; a process that knows it takes it up again. */
    static void parkUnclaimed(Connection connection, List<String> handlers) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PARK_UNCLAIMED)) {
            EventTable.column(update, 1, "text", handlers, handler -> handler);
            update.executeUpdate();
        }
    }

    /** Reads the rows of a statement that answers {@link #CLAIMED}. */
    static List<Repetition> claimed(PreparedStatement statement) throws SQLException {
        List<Repetition> claimed = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                claimed.add(new Repetition(EventTable.row(rows), rows.getString("handler"), rows.getInt("attempt")));
            }
        }
        return claimed;
    }
}
