package io.neuroglia.delivery;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.message.LogicalNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes what was raised ready to be stored. */
final class NewEvents {
    private static final int LARGEST_PAYLOAD = 1 << 20;

    private NewEvents() {}

    /**
     * Events with their payloads and handlers. Of those of one key only the first is ready for a handler.
     *
     * @throws IllegalArgumentException if a payload is too large
     */
    static List<NewEvent> of(List<RaisedEvent> raised, Subscriptions subscriptions) {
        Set<Turn> taken = new HashSet<>();
        List<NewEvent> events = new ArrayList<>();
        for (RaisedEvent one : raised) {
            String type = LogicalNames.of(one.event().getClass());
            String key = one.key();
            List<String> ready = new ArrayList<>();
            List<String> later = new ArrayList<>();
            for (String handler : subscriptions.handlersOf(one.event())) {
                boolean isFirst = key == null || taken.add(new Turn(handler, key));
                (isFirst ? ready : later).add(handler);
            }
            int version = LogicalNames.versionOf(one.event().getClass());
            events.add(new NewEvent(EventIds.next(), one, type, version, payload(one, type), ready, later, null));
        }
        return events;
    }

    private static String payload(RaisedEvent raised, String type) {
        String payload = StoredJson.write(raised.event());
        if (payload.length() > LARGEST_PAYLOAD / 3) {
            int size = payload.getBytes(StandardCharsets.UTF_8).length;
            if (size > LARGEST_PAYLOAD) {
                throw new IllegalArgumentException(
                        "The event " + type + (raised.key() == null ? "" : " of " + raised.key())
                                + " is " + size + " bytes as JSON, more than the " + LARGEST_PAYLOAD
                                + " that are stored. Store what is large by itself and raise an event that names it.");
            }
        }
        return payload;
    }
}
