package io.neuroglia.pizzeria.notification;

/** Sends text messages to phones. Thread-safe. */
interface SmsGateway {
    /**
     * Sends a message, or throws.
     *
     * @param orderId which the message is about
     * @param phone of the recipient
     * @param message the text
     * @throws SmsNotSentException if the gateway failed
     * @throws InterruptedException if the application stops meanwhile
     */
    void send(String orderId, String phone, String message) throws InterruptedException;
}
