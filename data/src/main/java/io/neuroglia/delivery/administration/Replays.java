package io.neuroglia.delivery.administration;

import io.neuroglia.data.WriteConflictException;
import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.delivery.schema.Columns;
import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.mediation.EventSubscription;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Gives finished events to a handler again, or for the first time. All are stored by one transaction, which reads the
 * archive and so keeps its partitions. Nobody waits for it but at its end, when the {@link StoringPause} makes sure that
 * whoever stores a further event of a key either has committed or sees the replayed ones. Thread-safe.
 *
 * @since 0.1
 */
public final class Replays {
    /** One snapshot: a delivery that ends meanwhile still has its row there, so nothing is replayed that it has handled. */
    private static final String REPLAY = """
        with replayed as (
            insert into neuroglia.delivery (event_id, event_stored_at, handler, key, position, attempt, state, due_at)
            select e.id, e.stored_at, r.handler, e.key, e.position, 0,
                case when e.key is null then 'retry' else 'waiting' end, clock_timestamp()
            from (select ?::text as handler, ?::text[] as names) r
            cross join neuroglia.event e
            where e.type = any(?::text[]) and e.stored_at >= ?
                and not exists (select 1 from neuroglia.work w where w.event_id = e.id and w.pending && r.names)
                and not exists (select 1 from neuroglia.delivery d
                    where d.event_id = e.id and d.handler = any(r.names))
                and not exists (select 1 from neuroglia.handled h
                    where h.event_id = e.id and h.event_stored_at = e.stored_at and h.handler = any(r.names))
            order by e.position
            on conflict (event_id, handler) do nothing
            returning key)
        select count(*), count(key) from replayed\
        """;

    private final DataSource dataSource;
    private final Schema schema;

    /**
     * Replays of a schema.
     *
     * @param dataSource the database
     * @param schema of the tables
     */
    public Replays(DataSource dataSource, Schema schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /**
     * Makes a row for each event that the handler is not known to have handled.
     *
     * @param known what this process knows
     * @param handlerName logical name of the handler
     * @param since events stored from then on
     * @return how many there are
     * @throws IllegalArgumentException if the handler is not known
     * @throws WriteConflictException if long transactions store events all the time, so that it could not be ordered
     *     among them; nothing is replayed then
     * @throws io.neuroglia.data.DataUnavailableException if the database cannot be reached
     */
    public int replay(Subscriptions known, String handlerName, Instant since) {
        EventSubscription handler = known.handler(handlerName);
        if (handler == null) {
            throw new IllegalArgumentException(
                    "No event handler is named " + handlerName + ". Known are " + known.handlerNames());
        }
        Replay replay = new Replay(handlerName, known.namesOf(handlerName), known.typesOf(handler), since);
        try (DedicatedConnection connection = DedicatedConnection.of(dataSource)) {
            return connection.inTransaction(open -> store(open, replay));
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot replay events to " + handlerName, cause);
        }
    }

    private int store(Connection open, Replay replay) throws SQLException {
        takeAllTheTimeItNeeds(open);
        try (PreparedStatement insert = open.prepareStatement(schema.sql(REPLAY))) {
            Columns.of(insert)
                    .value(replay.handler())
                    .texts(replay.names())
                    .texts(replay.types())
                    .value(replay.since().atOffset(ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                if (row.getLong(2) > 0) {
                    order(open);
                }
                return row.getInt(1);
            }
        }
    }

    private void order(Connection open) throws SQLException {
        if (!StoringPause.begin(open, schema)) {
            throw new SQLException(
                    "Transactions that store events last so long that no moment was found between them", "55P03");
        }
    }

    private static void takeAllTheTimeItNeeds(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("set local statement_timeout = 0");
        }
    }

    private record Replay(String handler, List<String> names, List<String> types, Instant since) {}
}
