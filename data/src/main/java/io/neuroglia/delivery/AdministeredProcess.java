package io.neuroglia.delivery;

import io.neuroglia.delivery.administration.LocalDelivery;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.delivery.storing.EventStore;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What administration asks of delivery in this process. Thread-safe.
 *
 * @param run what runs; null while it does not
 */
record AdministeredProcess(EventStore events, Supplier<@Nullable DeliveryRun> run) implements LocalDelivery {
    @Override
    public Set<String> handlers() {
        Subscriptions known = events.known();
        return known == null ? Set.of() : Set.copyOf(known.handlerNames());
    }

    @Override
    public List<String> namesOf(String handler) {
        Subscriptions known = events.known();
        return known == null ? List.of(handler) : known.namesOf(handler);
    }

    @Override
    public int requireEdited(String type, int storedVersion, String stored, String edited) {
        Subscriptions known = events.known();
        if (known == null) {
            throw new IllegalStateException("Delivery was not started in this process, so no type is known.");
        }
        return known.requireEdited(type, storedVersion, stored, edited);
    }

    @Override
    public void wake() {
        DeliveryRun running = run.get();
        if (running != null) {
            running.worker().visitAll();
        }
    }
}
