package io.neuroglia.pizzeria.ordering;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** Where an order stands: {@code pending → cooking → ready → delivered}, or {@code pending → cancelled}. */
public enum OrderStatus {
    /** Handed over; the end. */
    DELIVERED,
    /** Never cooked; the end. */
    CANCELLED,
    /** All its pizzas are done. */
    READY(DELIVERED),
    /** In the kitchen. */
    COOKING(READY),
    /** Placed, not begun. */
    PENDING(COOKING, CANCELLED);

    private final Set<OrderStatus> next;

    OrderStatus(OrderStatus... next) {
        this.next = Set.of(next);
    }

    /**
     * Whether an order may go on to a status from this one.
     *
     * @param status the next one
     * @return true for a legal step
     */
    public boolean leadsTo(OrderStatus status) {
        return next.contains(status);
    }

    /**
     * The name outside the application.
     *
     * @return in lower case
     */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
