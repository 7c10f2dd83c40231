package io.neuroglia.pizzeria.notification;

/** The SMS gateway failed; the message is to be sent again later. */
final class SmsNotSentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SmsNotSentException(String orderId) {
        super("The SMS gateway failed to send a message about order " + orderId + ". It will be tried again.");
    }
}
