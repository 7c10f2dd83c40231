package io.neuroglia.delivery;

import io.neuroglia.delivery.StoredEvent.EventId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the database says of an event that was inserted.
 *
 * @param ready the handlers that need not wait
 */
record InsertedEvent(EventId id, long position, List<String> ready) {
    /** What an insert has to return; names joined by line feeds are cheaper to read than an array. */
    static final String RETURNING = " returning id, stored_at, position, array_to_string(pending, E'\\n')";

    static InsertedEvent read(ResultSet row) throws SQLException {
        String ready = row.getString(4);
        return new InsertedEvent(
                new EventId(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class)),
                row.getLong(3),
                ready.isEmpty() ? List.of() : List.of(ready.split("\n", -1)));
    }

    /** Those of the event's handlers that have to wait. */
    List<String> waitingOf(NewEvent event) {
        if (event.later().isEmpty() && ready.size() == event.ready().size()) {
            return List.of();
        }
        List<String> waiting = new ArrayList<>(event.ready());
        waiting.removeAll(ready);
        waiting.addAll(event.later());
        return waiting;
    }
}
