package io.neuroglia.delivery.recording;

import io.neuroglia.delivery.recording.Entry.FirstAttempts;
import io.neuroglia.delivery.recording.Entry.OwnRow;
import io.neuroglia.delivery.running.Outcome;
import io.neuroglia.delivery.running.Outcome.Deferred;
import io.neuroglia.delivery.running.Outcome.Failed;
import io.neuroglia.delivery.running.Outcome.Returned;
import io.neuroglia.delivery.running.Outcome.Succeeded;
import io.neuroglia.delivery.schema.Columns;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statements that record outcomes. Each counts for the owner only: the owner is the fencing token. Rows are sorted, so
 * that two statements never lock the same ones in different orders. Thread-safe.
 */
final class OutcomeTable {
    private static final String ATTEMPTS = """
         unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::bool[], ?::text[], ?::text[])
            as a(id, handler, attempt, pause, unresolved, error, stack_trace)\
        """;
    private static final String STATE_AND_TIME = """
         case when a.pause is null then 'parked' else 'retry' end,
            clock_timestamp() + coalesce(a.pause, 0) * interval '1 millisecond', a.unresolved, a.error, a.stack_trace\
        """;

    /**
     * Does not wait for the disk. If the database itself fails in the next moments, it may not know of the end of these
     * deliveries afterwards, and they are repeated. That cannot break the order of a key: before its next delivery begins,
     * somebody commits who does wait, the inserter or whoever takes it up, and whose commit lies behind this one in the log.
     */
    private static final String FINISH = """
        delete from neuroglia.work where event_id = any(?::uuid[]) and owner = ?
            and (select set_config('synchronous_commit', 'off', true)) is not null\
        """;

    /** Failed and deferred first attempts become rows, in the statement that ends them. */
    private static final String CHANGE =
            """
                with ended as materialized (
                    select * from unnest(?::uuid[], ?::text[], ?::bool[]) as u(id, remaining, keeps_owner)),
                gone as (delete from neuroglia.work w using ended e
                    where w.event_id = e.id and e.remaining = '' and w.owner = ?
                    returning w.event_id, w.stored_at, w.key, w.position),
                kept as (update neuroglia.work w set pending = string_to_array(e.remaining, E'\\n'),
                        owner = case when e.keeps_owner then w.owner end
                    from ended e where w.event_id = e.id and e.remaining <> '' and w.owner = ?
                    returning w.event_id, w.stored_at, w.key, w.position)
                insert into neuroglia.delivery (event_id, event_stored_at, handler, key, position, attempt,
                    state, due_at, unresolved, error, stack_trace)
                select w.event_id, w.stored_at, a.handler, w.key, w.position, a.attempt,\
                """ + STATE_AND_TIME + " from (select * from gone union all select * from kept) w join" + ATTEMPTS + """
                 on a.id = w.event_id
                on conflict (event_id, handler) do nothing\
                """;

    private static final String SUCCEEDED = """
        delete from neuroglia.delivery d using unnest(?::uuid[], ?::text[]) as u(event_id, handler)
        where d.event_id = u.event_id and d.handler = u.handler and d.owner = ?\
        """;
    private static final String GIVE_BACK = """
        update neuroglia.delivery d set owner = null, attempt = d.attempt - %s, due_at = clock_timestamp()
        from unnest(?::uuid[], ?::text[]) as u(event_id, handler)
        where d.event_id = u.event_id and d.handler = u.handler and d.owner = ?\
        """;
    private static final String FAILED =
            "update neuroglia.delivery d set owner = null, (state, due_at, unresolved, error, stack_trace) = row("
                    + STATE_AND_TIME + ") from" + ATTEMPTS + """
                     where d.event_id = a.id and d.handler = a.handler and d.owner = ?\
                    """;

    private final String finish;
    private final String change;
    private final String succeeded;
    private final String returned;
    private final String interrupted;
    private final String failed;

    OutcomeTable(Schema schema) {
        this.finish = schema.sql(FINISH);
        this.change = schema.sql(CHANGE);
        this.succeeded = schema.sql(SUCCEEDED);
        this.returned = schema.sql(GIVE_BACK.formatted("1"));
        this.interrupted = schema.sql(GIVE_BACK.formatted("0"));
        this.failed = schema.sql(FAILED);
    }

    /** Records first attempts of events. */
    void firstAttempts(Connection connection, List<FirstAttempts> entries, long owner) throws SQLException {
        List<FirstAttempts> finished =
                entries.stream().filter(FirstAttempts::isFinished).toList();
        if (!finished.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(finish)) {
                Columns.of(statement)
                        .add("uuid", finished, FirstAttempts::eventId)
                        .value(owner);
                statement.executeUpdate();
            }
        }
        List<FirstAttempts> others =
                entries.stream().filter(entry -> !entry.isFinished()).toList();
        if (!others.isEmpty()) {
            change(connection, others, owner);
        }
    }

    /** Records attempts of deliveries that have rows of their own. */
    void ownRows(Connection connection, List<OwnRow> entries, long owner) throws SQLException {
        List<Outcome> outcomes = entries.stream().map(OwnRow::outcome).toList();
        end(
                connection,
                succeeded,
                outcomes.stream().filter(Succeeded.class::isInstance).toList(),
                owner);
        end(
                connection,
                returned,
                outcomes.stream().filter(OutcomeTable::hasNotBegun).toList(),
                owner);
        end(
                connection,
                interrupted,
                outcomes.stream().filter(OutcomeTable::wasInterrupted).toList(),
                owner);
        List<Outcome> failures =
                outcomes.stream().filter(Failed.class::isInstance).toList();
        if (!failures.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(failed)) {
                attempts(Columns.of(statement), failures).value(owner);
                statement.executeUpdate();
            }
        }
    }

    private void change(Connection connection, List<FirstAttempts> entries, long owner) throws SQLException {
        List<Outcome> attempts = entries.stream()
                .flatMap(FirstAttempts::outcomes)
                .filter(outcome -> !(outcome instanceof Succeeded))
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            Columns columns = Columns.of(statement)
                    .add("uuid", entries, FirstAttempts::eventId)
                    .add("text", entries, entry -> String.join("\n", entry.remaining()))
                    .add("bool", entries, FirstAttempts::keepsOwner)
                    .value(owner)
                    .value(owner);
            attempts(columns, attempts);
            statement.executeUpdate();
        }
    }

    private static void end(Connection connection, String sql, List<Outcome> outcomes, long owner) throws SQLException {
        if (outcomes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Columns.of(statement)
                    .add("uuid", outcomes, OutcomeTable::eventId)
                    .add("text", outcomes, outcome -> outcome.delivery().handler())
                    .value(owner);
            statement.executeUpdate();
        }
    }

    private static Columns attempts(Columns columns, List<Outcome> outcomes) throws SQLException {
        return columns.add("uuid", outcomes, OutcomeTable::eventId)
                .add("text", outcomes, outcome -> outcome.delivery().handler())
                .add("int", outcomes, OutcomeTable::attempt)
                .add("bigint", outcomes, OutcomeTable::pause)
                .add("bool", outcomes, outcome -> outcome instanceof Failed failed && failed.unresolved())
                .add(
                        "text",
                        outcomes,
                        outcome -> outcome instanceof Failed failed
                                ? failed.failure().error()
                                : null)
                .add(
                        "text",
                        outcomes,
                        outcome -> outcome instanceof Failed failed
                                ? failed.failure().stackTrace()
                                : null);
    }

    private static UUID eventId(Outcome outcome) {
        return outcome.delivery().eventId();
    }

    private static int attempt(Outcome outcome) {
        return outcome instanceof Deferred ? 0 : outcome.delivery().attempt();
    }

    private static @Nullable Long pause(Outcome outcome) {
        if (outcome instanceof Failed failed) {
            Duration pause = failed.pause();
            return pause == null ? null : pause.toMillis();
        }
        return 0L;
    }

    private static boolean hasNotBegun(Outcome outcome) {
        return outcome instanceof Deferred || (outcome instanceof Returned returned && !returned.begun());
    }

    private static boolean wasInterrupted(Outcome outcome) {
        return outcome instanceof Returned returned && returned.begun();
    }
}
