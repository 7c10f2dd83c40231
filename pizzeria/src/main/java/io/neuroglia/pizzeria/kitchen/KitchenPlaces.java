package io.neuroglia.pizzeria.kitchen;

import io.neuroglia.pizzeria.ordering.KitchenCapacity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts open orders in one row, so that two orders can never take the last place: the second one waits for the first
 * one's transaction, then sees what it left. Thread-safe.
 */
final class KitchenPlaces implements KitchenCapacity {
    private final JdbcClient jdbc;
    private final int places;

    KitchenPlaces(JdbcClient jdbc, int places) {
        if (places < 0) {
            throw new IllegalArgumentException("pizzeria.kitchen.capacity must not be negative but is " + places);
        }
        this.jdbc = jdbc;
        this.places = places;
    }

    @Override
    public boolean takePlace() {
        return jdbc.sql("update pizzeria.kitchen_load set open_orders = open_orders + 1 where open_orders < ?")
                        .param(places)
                        .update()
                == 1;
    }
}
