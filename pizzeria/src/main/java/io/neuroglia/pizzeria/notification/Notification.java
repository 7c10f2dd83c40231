package io.neuroglia.pizzeria.notification;

import java.time.Instant;

/**
 * A message that was sent.
 *
 * @param id counts up
 * @param orderId which the message is about
 * @param channel how it was sent
 * @param recipient a phone number, a mail address or the kitchen
 * @param message the text
 * @param sentAt when it was sent
 */
public record Notification(
        long id, String orderId, Channel channel, String recipient, String message, Instant sentAt) {}
