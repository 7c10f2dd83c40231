package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Failed;
import io.neuroglia.delivery.Ending.Returned;
import io.neuroglia.delivery.Ending.Succeeded;
import io.neuroglia.delivery.Outcome.FirstAttempts;
import io.neuroglia.delivery.Outcome.Repeated;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that record what became of deliveries. Each counts for the owner only: the owner is the fencing token. */
final class OutcomeTable {
    private static final String FINISH = """
        update neuroglia.event e set pending = string_to_array(u.remaining, E'\\n'),
            owner = case when u.working then e.owner end
        from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::bool[]) as u(id, stored_at, remaining, working)
        where e.id = u.id and e.stored_at = u.stored_at and e.owner = ?\
        """;
    /**
     * Does not wait for the disk. If the database itself fails in the next moments, it may not know of the end of these
     * deliveries afterwards, and they are repeated. That cannot break the order of a key: before its next delivery begins,
     * somebody commits who does wait, the inserter or whoever takes it up, and whose commit lies behind this one in the log.
     */
    private static final String FINISH_SOON =
            FINISH + " and (select set_config('synchronous_commit', 'off', true)) is not null";

    private static final String FAILURES = """
        unnest(?::uuid[], ?::text[], ?::bigint[], ?::bool[], ?::text[], ?::text[])
            as a(id, handler, pause, unresolved, error, stack_trace)\
        """;
    private static final String STATE_AND_TIME = """
        case when a.pause is null then 'parked' else 'retry' end,
            clock_timestamp() + coalesce(a.pause, 0) * interval '1 millisecond', a.unresolved, a.error, a.stack_trace\
        """;
    private static final String FINISH_WITH_FAILURES =
            "with finished as (" + FINISH + """
                 returning e.id, e.stored_at, e.key, e.sequence, e.ordinal, e.position)
                insert into neuroglia.delivery (event_id, event_stored_at, handler, key, sequence, ordinal, position, attempt,
                    state, due_at, unresolved, error, stack_trace)
                select f.id, f.stored_at, a.handler, f.key, f.sequence, f.ordinal, f.position, 1, %s
                from finished f join %s on a.id = f.id
                on conflict (event_id, handler) do nothing\
                """.formatted(STATE_AND_TIME, FAILURES);
    private static final String SUCCEEDED = """
        delete from neuroglia.delivery d using unnest(?::uuid[], ?::text[]) as u(event_id, handler)
        where d.event_id = u.event_id and d.handler = u.handler and d.owner = ?\
        """;
    private static final String RETURNED = """
        update neuroglia.delivery d set owner = null, attempt = d.attempt - 1, due_at = clock_timestamp()
        from unnest(?::uuid[], ?::text[]) as u(event_id, handler)
        where d.event_id = u.event_id and d.handler = u.handler and d.owner = ?\
        """;
    private static final String FAILED_AGAIN = """
        update neuroglia.delivery d set owner = null, (state, due_at, unresolved, error, stack_trace) = row(%s)
        from %s
        where d.event_id = a.id and d.handler = a.handler and d.owner = ?\
        """.formatted(STATE_AND_TIME, FAILURES);

    private OutcomeTable() {}

    /** Marks first attempts as made; those that failed become rows to be retried. */
    static void finish(Connection connection, List<FirstAttempts> outcomes, long owner) throws SQLException {
        List<Failed> failed = outcomes.stream()
                .flatMap(outcome -> outcome.failures().stream())
                .toList();
        String sql = failed.isEmpty() ? FINISH_SOON : FINISH_WITH_FAILURES;
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
        change(connection, SUCCEEDED, ended(outcomes, Succeeded.class), owner);
        change(connection, RETURNED, ended(outcomes, Returned.class), owner);
        List<Failed> failed = outcomes.stream()
                .flatMap(outcome -> outcome.failures().stream())
                .toList();
        if (!failed.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(FAILED_AGAIN)) {
                failures(update, 1, failed);
                update.setLong(7, owner);
                update.executeUpdate();
            }
        }
    }

    private static List<Repeated> ended(List<Repeated> outcomes, Class<? extends Ending> how) {
        return outcomes.stream()
                .filter(outcome -> how.isInstance(outcome.ending()))
                .toList();
    }

    private static void change(Connection connection, String sql, List<Repeated> outcomes, long owner)
            throws SQLException {
        if (outcomes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            EventTable.column(
                    statement, 1, "uuid", outcomes, o -> o.event().id().id());
            EventTable.column(statement, 2, "text", outcomes, Repeated::handler);
            statement.setLong(3, owner);
            statement.executeUpdate();
        }
    }

    private static void failures(PreparedStatement statement, int first, List<Failed> failed) throws SQLException {
        EventTable.column(statement, first, "uuid", failed, f -> f.event().id());
        EventTable.column(statement, first + 1, "text", failed, Failed::handler);
        EventTable.column(statement, first + 2, "bigint", failed, OutcomeTable::pause);
        EventTable.column(statement, first + 3, "bool", failed, Failed::unresolved);
        EventTable.column(statement, first + 4, "text", failed, Failed::error);
        EventTable.column(statement, first + 5, "text", failed, Failed::stackTrace);
    }

    private static @Nullable Long pause(Failed failed) {
        Duration pause = failed.pause();
        return pause == null ? null : pause.toMillis();
    }
}
