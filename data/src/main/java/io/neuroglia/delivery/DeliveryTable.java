package io.neuroglia.delivery;

import io.neuroglia.delivery.Outcome.FailedAttempt;
import io.neuroglia.delivery.Outcome.FirstAttempts;
import io.neuroglia.delivery.Outcome.Repeated;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements that record what became of deliveries and take up those that are due again. */
final class DeliveryTable {
    private static final String FINISH = """
        update neuroglia.event e set pending = string_to_array(u.remaining, E'\\n'), owner = null
        from unnest(?::uuid[], ?::timestamptz[], ?::text[]) as u(id, stored_at, remaining)
        where e.id = u.id and e.stored_at = u.stored_at and e.owner = ?\
        """;
    private static final String FINISH_WITH_FAILURES = "with finished as (" + FINISH + """
         returning e.id, e.stored_at, e.key, e.sequence, e.ordinal)
        insert into neuroglia.delivery
            (event_id, event_stored_at, handler, key, sequence, ordinal, state, attempt, due_at, error, stack_trace)
        select f.id, f.stored_at, a.handler, f.key, f.sequence, f.ordinal, 'retry', 1,
            clock_timestamp() + a.pause * interval '1 millisecond', a.error, a.stack_trace
        from finished f join unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[])
            as a(id, handler, pause, error, stack_trace) on a.id = f.id
        on conflict (event_id, handler) do nothing\
        """;
    private static final String CLAIM_DUE = """
        with due as materialized (
            select d.event_id, d.handler from neuroglia.delivery d
            where d.state = 'retry' and d.due_at <= clock_timestamp() and d.handler = any(?::text[])
                and (d.owner is null or not exists (select 1 from neuroglia.process p
                    where p.incarnation = d.owner and p.lease_until > clock_timestamp()))
            order by d.due_at limit ? for update of d skip locked)
        update neuroglia.delivery d set owner = ?, attempt = d.attempt + 1
        from due, neuroglia.event e
        where d.event_id = due.event_id and d.handler = due.handler
            and e.id = d.event_id and e.stored_at = d.event_stored_at
        returning e.id, e.stored_at, e.key, e.type, e.payload, e.headers, e.pending, d.handler, d.attempt\
        """;
    private static final String SUCCEEDED = """
        delete from neuroglia.delivery d using unnest(?::uuid[], ?::text[]) as u(event_id, handler)
        where d.event_id = u.event_id and d.handler = u.handler and d.owner = ?\
        """;
    private static final String FAILED_AGAIN = """
        update neuroglia.delivery d set owner = null, error = u.error, stack_trace = u.stack_trace,
            due_at = clock_timestamp() + u.pause * interval '1 millisecond'
        from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[])
            as u(event_id, handler, pause, error, stack_trace)
        where d.event_id = u.event_id and d.handler = u.handler and d.owner = ?\
        """;

    private DeliveryTable() {}

    /** Marks first attempts as made; those that failed become rows to be retried. Counts for the owner only. */
    static void finish(Connection connection, List<FirstAttempts> outcomes, long owner) throws SQLException {
        List<FailedAttempt> failed =
                outcomes.stream().flatMap(outcome -> outcome.failed().stream()).toList();
        String sql = failed.isEmpty() ? FINISH : FINISH_WITH_FAILURES;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            EventTable.column(
                    statement, 1, "uuid", outcomes, outcome -> outcome.event().id());
            EventTable.column(
                    statement,
                    2,
                    "timestamptz",
                    outcomes,
                    outcome -> outcome.event().storedAt());
            EventTable.column(statement, 3, "text", outcomes, outcome -> String.join("\n", outcome.remaining()));
            statement.setLong(4, owner);
            if (!failed.isEmpty()) {
                failures(statement, 5, failed);
            }
            statement.executeUpdate();
        }
    }

    /** Records further attempts. Counts for the owner only. */
    static void repeated(Connection connection, List<Repeated> outcomes, long owner) throws SQLException {
        List<Repeated> succeeded = new ArrayList<>();
        List<FailedAttempt> failed = new ArrayList<>();
        for (Repeated outcome : outcomes) {
            FailedAttempt failure = outcome.failed();
            if (failure == null) {
                succeeded.add(outcome);
            } else {
                failed.add(failure);
            }
        }
        if (!succeeded.isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement(SUCCEEDED)) {
                EventTable.column(
                        delete, 1, "uuid", succeeded, outcome -> outcome.event().id());
                EventTable.column(delete, 2, "text", succeeded, Repeated::handler);
                delete.setLong(3, owner);
                delete.executeUpdate();
            }
        }
        if (!failed.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(FAILED_AGAIN)) {
                failures(update, 1, failed);
                update.setLong(6, owner);
                update.executeUpdate();
            }
        }
    }

    /** Takes up deliveries that are due and that nobody alive owns, the longest due first. */
    static List<Repetition> claimDue(Connection connection, List<String> handlers, int limit, long owner)
            throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM_DUE)) {
            EventTable.column(claim, 1, "text", handlers, handler -> handler);
            claim.setInt(2, limit);
            claim.setLong(3, owner);
            List<Repetition> due = new ArrayList<>();
            try (ResultSet rows = claim.executeQuery()) {
                while (rows.next()) {
                    due.add(new Repetition(EventTable.row(rows), rows.getString("handler"), rows.getInt("attempt")));
                }
            }
            return due;
        }
    }

    private static void failures(PreparedStatement statement, int first, List<FailedAttempt> failed)
            throws SQLException {
        EventTable.column(
                statement, first, "uuid", failed, failure -> failure.event().id());
        EventTable.column(statement, first + 1, "text", failed, FailedAttempt::handler);
        EventTable.column(
                statement,
                first + 2,
                "bigint",
                failed,
                failure -> failure.pause().toMillis());
        EventTable.column(statement, first + 3, "text", failed, FailedAttempt::error);
        EventTable.column(statement, first + 4, "text", failed, FailedAttempt::stackTrace);
    }
}
