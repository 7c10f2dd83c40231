package io.neuroglia.benchmarks.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.result.OperationResult;
import java.util.List;

/** Many events, copied from one that the library has stored itself. */
final class StoredEvents {
    private static final int DAYS = 6;
    private static final String TEMPLATE = "Order/template";

    private final Database database;

    private StoredEvents(Database database) {
        this.database = database;
    }

    /** Has the library store the one event, which {@link #settle} removes. */
    static StoredEvents like(HikariDataSource pool, Database database) throws Exception {
        DurableDelivery delivery = DurableDelivery.create(pool, new JdbcTransactions(pool), NeurogliaSystem.settings());
        delivery.start(Mediator.builder()
                .on("handler-0", OrderPlaced.class, event -> {})
                .build());
        delivery.unitOfWork().execute(() -> {
            delivery.unitOfWork().accept(TEMPLATE, 1, List.of(OrderPlaced.of(0)));
            return OperationResult.noContent();
        });
        delivery.stop();
        return new StoredEvents(database);
    }

    /** Events of the last days that nobody has to be given any more. */
    void addFinished(int count) {
        for (int day = DAYS; day > 0; day--) {
            database.execute(partitionOf(day));
            database.execute(
                    copies("'{}'", "'Order/' || n", "clock_timestamp() - interval '" + day + " days'", count / DAYS));
        }
    }

    /** Events that nobody owns and no handler has had. */
    void addPending(int count) {
        database.execute(copies("'{handler-0}'", "'Order/' || n", "clock_timestamp() - interval '1 second'", count));
    }

    /** The statement that copies the one event. */
    static String copies(String pending, String key, String since, int count) {
        return """
            insert into neuroglia.event
                (id, stored_at, key, sequence, ordinal, type, type_version, payload, headers, owner, pending)
            select gen_random_uuid(), %s + n * interval '1 microsecond', %s, 1, 0, type, type_version,
                replace(payload, '"order":0', '"order":' || n), headers, null, %s
            from (select * from neuroglia.event where key = '%s') template,
                generate_series(0, %d - 1) n\
            """.formatted(since, key, pending, TEMPLATE, count);
    }

    /** As it is after a while: counted, cleaned up and written out. */
    void settle() {
        database.execute("delete from neuroglia.event where key = '" + TEMPLATE + "'");
        database.execute("vacuum analyze neuroglia.event");
        database.execute("checkpoint");
    }

    private String partitionOf(int daysAgo) {
        String day = day(daysAgo);
        return "create table if not exists neuroglia.event_d" + day.replace("-", "")
                + " partition of neuroglia.event for values from ('" + day + " 00:00Z') to ('" + day(daysAgo - 1)
                + " 00:00Z') with (fillfactor = 80)";
    }

    private String day(int daysAgo) {
        return database.text("select ((clock_timestamp() at time zone 'UTC')::date - " + daysAgo + ")::text");
    }
}
