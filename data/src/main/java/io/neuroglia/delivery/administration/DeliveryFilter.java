package io.neuroglia.delivery.administration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which unfinished deliveries are meant: those that have all that is given. Immutable; thread-safe.
 *
 * @param eventId of one event; null for all
 * @param handler the handler's logical name; null for all
 * @param state how far the delivery has come; null for all
 * @param key the key of the events; null for all, with and without a key
 * @param type the logical name of the events' type; null for all
 * @since 0.1
 */
public record DeliveryFilter(
        @Nullable UUID eventId,
        @Nullable String handler,
        @Nullable DeliveryState state,
        @Nullable String key,
        @Nullable String type) {
    private static final DeliveryFilter ALL = new DeliveryFilter(null, null, null, null, null);

    /**
     * Every unfinished delivery.
     *
     * @return the filter that lets all pass
     */
    public static DeliveryFilter all() {
        return ALL;
    }

    /**
     * One delivery.
     *
     * @param delivery event and handler
     * @return the filter
     */
    public static DeliveryFilter of(DeliveryId delivery) {
        return ALL.ofEvent(delivery.eventId()).toHandler(delivery.handler());
    }

    /**
     * Only those of one event.
     *
     * @param id of the event
     * @return a narrower filter
     */
    public DeliveryFilter ofEvent(@Nullable UUID id) {
        return new DeliveryFilter(id, handler, state, key, type);
    }

    /**
     * Only those to one handler.
     *
     * @param name the handler's logical name
     * @return a narrower filter
     */
    public DeliveryFilter toHandler(@Nullable String name) {
        return new DeliveryFilter(eventId, name, state, key, type);
    }

    /**
     * Only those in one state.
     *
     * @param wanted the state
     * @return a narrower filter
     */
    public DeliveryFilter inState(@Nullable DeliveryState wanted) {
        return new DeliveryFilter(eventId, handler, wanted, key, type);
    }

    /**
     * Only those of events with one key.
     *
     * @param wanted the key
     * @return a narrower filter
     */
    public DeliveryFilter withKey(@Nullable String wanted) {
        return new DeliveryFilter(eventId, handler, state, wanted, type);
    }

    /**
     * Only those of events of one type.
     *
     * @param name the type's logical name
     * @return a narrower filter
     */
    public DeliveryFilter ofType(@Nullable String name) {
        return new DeliveryFilter(eventId, handler, state, key, name);
    }

    boolean allows(DeliveryState wanted) {
        return state == null || state == wanted;
    }
}
