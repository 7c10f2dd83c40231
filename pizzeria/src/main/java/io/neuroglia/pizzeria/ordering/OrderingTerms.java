package io.neuroglia.pizzeria.ordering;

import io.neuroglia.result.OperationResult;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;

/** When and whereto orders are taken. Thread-safe. */
final class OrderingTerms {
    private final OpeningHours hours;
    private final DeliveryArea area;
    private final Clock clock;

    /** The clock's zone is the pizzeria's. */
    OrderingTerms(OpeningHours hours, DeliveryArea area, Clock clock) {
        this.hours = hours;
        this.area = area;
        this.clock = clock;
    }

    OperationResult<Void> accept(String address, Instant now) {
        if (!hours.includes(LocalTime.ofInstant(now, clock.getZone()))) {
            return OperationResult.badRequest("Sorry, we're closed! Kitchen hours are " + hours);
        }
        if (!area.includes(address)) {
            return OperationResult.badRequest("We don't deliver to that area. Please try pickup instead.");
        }
        return OperationResult.noContent();
    }
}
