package io.neuroglia.delivery.administration;

import org.jspecify.annotations.Nullable;

/**
 * The process that has a delivery in its hands, or had it. Immutable; thread-safe.
 *
 * @param incarnation number of the process's lease
 * @param process its name; null when the lease is long gone
 * @param alive whether the lease holds, by the database's clock
 * @since 0.1
 */
public record DeliveryOwner(long incarnation, @Nullable String process, boolean alive) {
    @Override
    public String toString() {
        return process == null ? "incarnation " + incarnation : process + " (incarnation " + incarnation + ")";
    }
}
