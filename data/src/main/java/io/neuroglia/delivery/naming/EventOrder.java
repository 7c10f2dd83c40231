package io.neuroglia.delivery.naming;

import org.jspecify.annotations.Nullable;

/**
 * The place of an event among those of its key. Immutable; thread-safe.
 *
 * @param key orders it among others; null without order
 * @param aggregate whether the key is an aggregate's, whose row orders the transactions that change it
 * @param sequence version of the aggregate that raised it
 * @param ordinal its place among the events of that version
 * @since 0.1
 */
public record EventOrder(@Nullable String key, boolean aggregate, long sequence, int ordinal) {
    /**
     * The place of an event that no aggregate raised.
     *
     * @param key orders it among others; null without order
     * @return the place
     */
    public static EventOrder byKey(@Nullable String key) {
        return new EventOrder(key, false, 0, 0);
    }

    /**
     * Whether nothing but the key itself can put the transactions that raise its events in order.
     *
     * @return true if the key is no aggregate's
     */
    public boolean byKeyAlone() {
        return key != null && !aggregate;
    }
}
