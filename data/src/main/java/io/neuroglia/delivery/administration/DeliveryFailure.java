package io.neuroglia.delivery.administration;

/**
 * Why the last attempt failed. Immutable; thread-safe.
 *
 * @param error class and message of the exception
 * @param stackTrace its stack trace, possibly cut off
 * @since 0.1
 */
public record DeliveryFailure(String error, String stackTrace) {}
