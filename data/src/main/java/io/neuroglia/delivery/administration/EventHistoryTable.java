package io.neuroglia.delivery.administration;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.administration.EventHistory.Ended;
import io.neuroglia.delivery.administration.EventHistory.PastIntervention;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads all that is known of one event. */
final class EventHistoryTable {
    private static final int MOST_OPEN = 1_000;
    private static final String EVENT = """
        select e.id, e.stored_at, e.type, e.key, e.sequence, coalesce(x.payload, e.payload) as payload, e.headers
        from neuroglia.event e left join neuroglia.edited_event x on x.event_id = e.id where e.id = ?\
        """;
    private static final String ENDED = """
        select handler, outcome, handled_at from neuroglia.handled
        where event_id = ? and event_stored_at = ? order by handled_at, handler\
        """;
    private static final String INTERVENTIONS = """
        select * from (
            select id, at, action, handler, actor, reason, previous_payload from neuroglia.intervention
            where event_id = ? order by id desc limit 100) last
        order by id\
        """;

    private EventHistoryTable() {}

    static @Nullable EventHistory read(Session session, UUID eventId, OpenDeliveryTable table) throws SQLException {
        try (PreparedStatement select = session.sql().add(EVENT, eventId).prepare();
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            return new EventHistory(
                    OpenDeliveryTable.event(row),
                    row.getString("payload"),
                    headers(row.getString("headers")),
                    table.list(session, DeliveryFilter.all().ofEvent(eventId), null, MOST_OPEN),
                    ended(session, eventId, row.getObject("stored_at", OffsetDateTime.class)),
                    interventions(session, eventId));
        }
    }

    private static Map<String, String> headers(String json) {
        Map<String, String> headers = new TreeMap<>();
        Map<?, ?> stored = StoredJson.read(json, Map.class);
        stored.forEach((name, value) -> {
            if (value != null) {
                headers.put(name.toString(), value.toString());
            }
        });
        return headers;
    }

    private static List<Ended> ended(Session session, UUID eventId, OffsetDateTime storedAt) throws SQLException {
        try (PreparedStatement select =
                        session.sql().add(ENDED, eventId, storedAt).prepare();
                ResultSet rows = select.executeQuery()) {
            List<Ended> ended = new ArrayList<>();
            while (rows.next()) {
                ended.add(new Ended(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant()));
            }
            return ended;
        }
    }

    private static List<PastIntervention> interventions(Session session, UUID eventId) throws SQLException {
        try (PreparedStatement select =
                        session.sql().add(INTERVENTIONS, eventId).prepare();
                ResultSet rows = select.executeQuery()) {
            List<PastIntervention> past = new ArrayList<>();
            while (rows.next()) {
                past.add(new PastIntervention(
                        rows.getObject("at", OffsetDateTime.class).toInstant(),
                        rows.getString("action"),
                        rows.getString("handler"),
                        new Intervention(rows.getString("actor"), rows.getString("reason")),
                        rows.getString("previous_payload")));
            }
            return past;
        }
    }
}
