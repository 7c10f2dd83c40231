package io.neuroglia.pizzeria.notification;

import java.util.List;

/** The messages sent. What is written belongs to the current transaction. Thread-safe. */
interface NotificationLog {
    /**
     * Writes down a message that was sent just now.
     *
     * @param orderId which the message is about
     * @param channel how it was sent
     * @param recipient a phone number, a mail address or the kitchen
     * @param message the text
     */
    void record(String orderId, Channel channel, String recipient, String message);

    /**
     * All messages.
     *
     * @return the oldest first
     */
    List<Notification> all();

    /**
     * The messages about an order.
     *
     * @param orderId identifies the order
     * @return the oldest first; empty for an unknown order
     */
    List<Notification> of(String orderId);
}
