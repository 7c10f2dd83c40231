package io.neuroglia.benchmarks.delivery;

import io.neuroglia.message.DomainEvent;
import java.math.BigDecimal;
import java.time.Instant;

/** The event that both sides store and deliver; about 200 bytes as JSON. */
record OrderPlaced(
        int order, String customer, String address, BigDecimal total, Instant estimatedReady, String paymentMethod)
        implements DomainEvent {
    static OrderPlaced of(int order) {
        return new OrderPlaced(
                order,
                "Mario Rossi",
                "1 Main Street, Springfield",
                new BigDecimal("27.50"),
                Instant.parse("2026-11-25T18:30:00Z"),
                "credit_card");
    }
}
