package io.neuroglia.data;

/**
 * The database refused a statement, or a value cannot be stored or read: a bug or broken infrastructure, not an outcome.
 *
 * @since 0.1
 */
public class DataFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what was tried, with which value, and what to do
     */
    public DataFailureException(String message) {
        super(message);
    }

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
