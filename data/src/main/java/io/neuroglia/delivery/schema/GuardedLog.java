package io.neuroglia.delivery.schema;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log that changes nothing where it fails itself: because of an appender, or of an exception or argument whose own methods
 * throw. Thread-safe.
 *
 * @since 0.1
 */
public final class GuardedLog {
    private final Logger log;

    private GuardedLog(Logger log) {
        this.log = log;
    }

    /**
     * The log of a class.
     *
     * @param owner names the logger
     * @return the log
     */
    public static GuardedLog of(Class<?> owner) {
        return new GuardedLog(LoggerFactory.getLogger(owner));
    }

    /**
     * Logs an error.
     *
     * @param message with a pair of braces for each argument
     * @param arguments the last one may be an exception
     */
    public void error(String message, Object... arguments) {
        guarded(logger -> logger.error(message, arguments));
    }

    /**
     * Logs a warning.
     *
     * @param message with a pair of braces for each argument
     * @param arguments the last one may be an exception
     */
    public void warn(String message, Object... arguments) {
        guarded(logger -> logger.warn(message, arguments));
    }

    /**
     * Logs what is good to know.
     *
     * @param message with a pair of braces for each argument
     * @param arguments the last one may be an exception
     */
    public void info(String message, Object... arguments) {
        guarded(logger -> logger.info(message, arguments));
    }

    /**
     * Logs a detail.
     *
     * @param message with a pair of braces for each argument
     * @param arguments the last one may be an exception
     */
    public void debug(String message, Object... arguments) {
        guarded(logger -> logger.debug(message, arguments));
    }

    private void guarded(Consumer<Logger> statement) {
        try {
            statement.accept(log);
        } catch (Throwable failure) {
            // There is nowhere to report it: the log itself fails.
        }
    }
}
