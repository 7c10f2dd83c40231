package io.neuroglia.delivery;

import io.neuroglia.delivery.Outcome.FailedAttempt;
import io.neuroglia.delivery.Outcome.FirstAttempts;
import io.neuroglia.delivery.Outcome.Repeated;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements that record what became of deliveries. Each counts for the owner only: the owner is the fencing token. */
final class OutcomeTable {
    private static final String FINISH = """
        update neuroglia.event e set pending = string_to_array(u.remaining, E'\\n'),
            owner = case when u.working then e.owner end
        from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::bool[]) as u(id, stored_at, remaining, working)
        where e.id = u.id and e.stored_at = u.stored_at and e.owner = ?\
        """;
    private static final String FINISH_WITH_FAILURES = "with finished as (" + FINISH + """
         returning e.id, e.stored_at, e.key, e.sequence, e.ordinal, e.position)
        insert into neuroglia.delivery (event_id, event_stored_at, handler, key, sequence, ordinal, position, state,
            attempt, due_at, error, stack_trace)
        select f.id, f.stored_at, a.handler, f.key, f.sequence, f.ordinal, f.position, 'retry', 1,
            clock_timestamp() + a.pause * interval '1 millisecond', a.error, a.stack_trace
        from finished f join unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[])
            as a(id, handler, pause, error, stack_trace) on a.id = f.id
        on conflict (event_id, handler) do nothing\
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

    private OutcomeTable() {}

    /** Marks first attempts as made; those that failed become rows to be retried. */
    static void finish(Connection connection, List<FirstAttempts> outcomes, long owner) throws SQLException {
        List<FailedAttempt> failed = outcomes.stream()
                .flatMap(outcome -> outcome.failures().stream())
                .toList();
        String sql = failed.isEmpty() ? FINISH : FINISH_WITH_FAILURES;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            EventTable.column(
                    statement, 1, "uuid", outcomes, o -> o.event().id().id());
            EventTable.column(
                    statement, 2, "timestamptz", outcomes, o -> o.event().id().storedAt());
            EventTable.column(statement, 3, "text", outcomes, o -> String.join("\n", o.remaining()));
            EventTable.column(statement, 4, "bool", outcomes, o -> !o.isLast());
            statement.setLong(5, owner);
            if (!failed.isEmpty()) {
                failures(statement, 6, failed);
            }
            statement.executeUpdate();
        }
    }

    /** Records attempts that have rows of their own. */
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
            succeeded(connection, succeeded, owner);
        }
        if (!failed.isEmpty()) {
            failed(connection, failed, owner);
        }
    }

    private static void succeeded(Connection connection, List<Repeated> outcomes, long owner) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(SUCCEEDED)) {
            EventTable.column(delete, 1, "uuid", outcomes, o -> o.event().id().id());
            EventTable.column(delete, 2, "text", outcomes, Repeated::handler);
            delete.setLong(3, owner);
            delete.executeUpdate();
        }
    }

    private static void failed(Connection connection, List<FailedAttempt> failed, long owner) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FAILED_AGAIN)) {
            failures(update, 1, failed);
            update.setLong(6, owner);
            update.executeUpdate();
        }
    }

    private static void failures(PreparedStatement statement, int first, List<FailedAttempt> failed)
            throws SQLException {
        EventTable.column(statement, first, "uuid", failed, f -> f.event().id());
        EventTable.column(statement, first + 1, "text", failed, FailedAttempt::handler);
        EventTable.column(statement, first + 2, "bigint", failed, f -> f.pause().toMillis());
        EventTable.column(statement, first + 3, "text", failed, FailedAttempt::error);
        EventTable.column(statement, first + 4, "text", failed, FailedAttempt::stackTrace);
    }
}
