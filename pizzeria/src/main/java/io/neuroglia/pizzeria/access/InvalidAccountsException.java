package io.neuroglia.pizzeria.access;

/** The accounts in the settings cannot be used. */
final class InvalidAccountsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidAccountsException(String message) {
        super(message);
    }
}
