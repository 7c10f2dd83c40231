package io.neuroglia.data;

/**
 * The database refused a statement, or stored data could not be read: a bug or broken infrastructure, not an outcome.
 *
 * @since 0.1
 */
public final class DataFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried.
     *
     * @param message what was tried, with which value
     * @param cause what the driver or the JSON reader said
     */
    public DataFailureException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
