package io.neuroglia.delivery.claiming;

import io.neuroglia.delivery.claiming.DeliveryTable.ClaimedRow;
import io.neuroglia.delivery.claiming.WorkTable.Claimed;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.recording.Recorder;
import io.neuroglia.delivery.running.Deliveries;
import io.neuroglia.delivery.running.Delivery;
import io.neuroglia.delivery.running.HeldWork;
import io.neuroglia.delivery.running.HeldWork.Hold;
import io.neuroglia.delivery.schema.DedicatedConnection;
import io.neuroglia.delivery.schema.GuardedLog;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns claimed work into deliveries. For the worker's thread, but for the fast path. */
final class Dispatcher {
    private static final GuardedLog LOG = GuardedLog.of(Dispatcher.class);

    private final EventTable events;
    private final HeldWork held;
    private final Recorder recorder;
    private final Deliveries deliveries;

    Dispatcher(EventTable events, HeldWork held, Recorder recorder, Deliveries deliveries) {
        this.events = events;
        this.held = held;
        this.recorder = recorder;
        this.deliveries = deliveries;
    }

    /** The fast path: an event that is in hand already. */
    void deliver(EventMessage event, List<String> handlers, long owner) {
        begin(event, handlers, new Origin(owner, 0, false));
    }

    /** Begins the first attempts of claimed events, except those that are in hand. */
    void first(DedicatedConnection connection, List<Claimed> claimed, long owner) throws SQLException {
        List<Claimed> taken = claimed.stream()
                .filter(work -> held.hold(Hold.ofEvent(owner, work.id().id())))
                .toList();
        Map<UUID, EventMessage> found = connection.call(
                open -> events.read(open, taken.stream().map(Claimed::id).toList()));
        for (Claimed work : taken) {
            EventMessage event = found.get(work.id().id());
            if (event == null) {
                missing(work.id().id(), Hold.ofEvent(owner, work.id().id()));
            } else {
                begin(event, work.pending(), new Origin(owner, work.takeovers(), work.again()));
            }
        }
    }

    /** Begins claimed deliveries that have rows of their own, except those that are in hand. */
    void rows(DedicatedConnection connection, List<ClaimedRow> claimed, long owner) throws SQLException {
        List<ClaimedRow> taken = claimed.stream()
                .filter(row -> held.hold(new Hold(owner, row.id().id(), row.handler())))
                .toList();
        Map<UUID, EventMessage> found = connection.call(open ->
                events.read(open, taken.stream().map(ClaimedRow::id).distinct().toList()));
        for (ClaimedRow row : taken) {
            EventMessage event = found.get(row.id().id());
            if (event == null) {
                missing(row.id().id(), new Hold(owner, row.id().id(), row.handler()));
            } else {
                deliveries.begin(new Delivery(event, row.handler(), owner, row.attempt(), 0, row.attempt() > 1, true));
            }
        }
    }

    private void begin(EventMessage event, List<String> handlers, Origin origin) {
        recorder.begin(event, origin.owner(), handlers);
        for (String handler : handlers) {
            deliveries.begin(
                    new Delivery(event, handler, origin.owner(), 1, origin.takeovers(), origin.again(), false));
        }
    }

    /** Housekeeping removes work whose event was dropped. */
    private void missing(UUID event, Hold hold) {
        held.release(hold);
        LOG.error("Event {} is to be delivered but is not in the archive; was its partition dropped by hand?", event);
    }

    private record Origin(long owner, int takeovers, boolean again) {}
}
