package io.neuroglia.delivery.retention;

import io.neuroglia.delivery.schema.GuardedLog;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Removes rows whose event is no longer stored. Unfinished work keeps its partition, so only what was dropped by hand leaves
 * some behind; edited payloads stay behind whenever a day is dropped. Thread-safe.
 */
final class Orphans {
    private static final GuardedLog LOG = GuardedLog.of(Orphans.class);

    private final Schema schema;

    Orphans(Schema schema) {
        this.schema = schema;
    }

    /** Removes those of events stored before a day. */
    void remove(Connection connection, LocalDate before) throws SQLException {
        int work = delete(connection, "work", "stored_at", before);
        int deliveries = delete(connection, "delivery", "event_stored_at", before);
        int edits = delete(connection, "edited_event", "event_stored_at", before);
        if (work + deliveries > 0) {
            LOG.error(
                    "Removed {} rows of work and {} deliveries whose events are no longer stored;"
                            + " was a partition dropped by hand?",
                    work,
                    deliveries);
        }
        if (edits > 0) {
            LOG.info("Removed {} edited payloads of events that were dropped", edits);
        }
    }

    /** Row by row, by the event's key: as a join the planner may read all events. */
    private int delete(Connection connection, String table, String time, LocalDate before) throws SQLException {
        String sql = """
            delete from neuroglia.%1$s o where o.%2$s < ? and (
                select true from neuroglia.event e where e.id = o.event_id and e.stored_at = o.%2$s limit 1) is null\
            """.formatted(table, time);
        try (PreparedStatement statement = connection.prepareStatement(schema.sql(sql))) {
            statement.setObject(1, before.atStartOfDay().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }
}
