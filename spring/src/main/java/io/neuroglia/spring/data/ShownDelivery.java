package io.neuroglia.spring.data;

import io.neuroglia.delivery.administration.DeliveryFailure;
import io.neuroglia.delivery.administration.DeliveryOwner;
import io.neuroglia.delivery.administration.OpenDelivery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An unfinished delivery as the endpoint shows it. */
record ShownDelivery(
        UUID eventId,
        String handler,
        String type,
        @Nullable String key,
        long sequence,
        Instant storedAt,
        String state,
        int attempt,
        @Nullable Instant dueAt,
        boolean running,
        @Nullable String owner,
        @Nullable UUID behind,
        String reason,
        @Nullable String error,
        @Nullable String stackTrace) {

    static ShownDelivery of(OpenDelivery open) {
        DeliveryOwner owner = open.owner();
        DeliveryFailure failure = open.failure();
        return new ShownDelivery(
                open.event().id(),
                open.handler(),
                open.event().type(),
                open.event().key(),
                open.event().sequence(),
                open.event().storedAt(),
                open.state().wireName(),
                open.attempt(),
                open.dueAt(),
                open.isRunning(),
                owner == null ? null : owner.toString(),
                open.behind(),
                open.reason(),
                failure == null ? null : failure.error(),
                failure == null ? null : failure.stackTrace());
    }
}
