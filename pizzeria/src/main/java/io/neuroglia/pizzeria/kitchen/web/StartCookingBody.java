package io.neuroglia.pizzeria.kitchen.web;

import static java.util.Objects.requireNonNullElse;

import io.neuroglia.pizzeria.kitchen.StartCookingCommand;
import org.jspecify.annotations.Nullable;

/** Who cooks, and for how long. A number that is left out is out of range. */
record StartCookingBody(
        @Nullable String kitchenStaffId, @Nullable Integer estimatedCookingTimeMinutes) {

    StartCookingCommand toCommand(String orderId) {
        return new StartCookingCommand(
                orderId, requireNonNullElse(kitchenStaffId, ""), requireNonNullElse(estimatedCookingTimeMinutes, 0));
    }
}
