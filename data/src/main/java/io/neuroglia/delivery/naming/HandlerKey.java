package io.neuroglia.delivery.naming;

/**
 * A handler and a key: of their deliveries one is made after the other. Immutable; thread-safe.
 *
 * @param handler logical name of the handler
 * @param key of the events
 * @since 0.1
 */
public record HandlerKey(String handler, String key) {}
