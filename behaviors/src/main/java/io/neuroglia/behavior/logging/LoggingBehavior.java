package io.neuroglia.behavior.logging;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.OperationResult.Failure;
import io.neuroglia.result.ProblemSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs each request when it is done: its name, its outcome and its duration, never its content nor a problem's message,
 * which may be personal. The logger is that of the request's class, so a request that is too chatty is silenced by its
 * own or its package's name.
 *
 * <p>Successes and refusals are {@code INFO}; a refusal that is our fault ({@link FailureKind#INTERNAL},
 * {@link FailureKind#UNAVAILABLE}) and an exception are {@code WARN}. Of an exception only the class is named: whoever
 * finally handles it logs the rest, once. A stream is timed until it is open. Thread-safe.
 *
 * @since 0.1
 */
public final class LoggingBehavior implements PipelineBehavior<Request<?>> {
    private static final ClassValue<Logger> LOGGERS = new ClassValue<>() {
        @Override
        protected Logger computeValue(Class<?> requestType) {
            return LoggerFactory.getLogger(requestType);
        }
    };

    private final LongSupplier nanoTime;

    /** Logs with durations of the system's clock. */
    public LoggingBehavior() {
        this(System::nanoTime);
    }

    LoggingBehavior(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public Stage stage() {
        return Stage.OBSERVE;
    }

    @Override
    public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
        long start = nanoTime.getAsLong();
        OperationResult<T> result;
        try {
            result = next.handle(request);
        } catch (Throwable thrown) {
            logThrown(request.getClass(), thrown, start);
            throw thrown;
        }
        if (result instanceof Failure<T> failure) {
            logRefused(request.getClass(), failure.problem().kind(), start);
        } else {
            log(request.getClass(), Level.INFO, "succeeded", start);
        }
        return result;
    }

    private void logThrown(Class<?> requestType, Throwable thrown, long start) {
        if (thrown instanceof ProblemSource source) {
            logRefused(requestType, source.problem().kind(), start);
        } else {
            log(requestType, Level.WARN, "failed: " + thrown.getClass().getName(), start);
        }
    }

    private void logRefused(Class<?> requestType, FailureKind kind, long start) {
        boolean ours = kind == FailureKind.INTERNAL || kind == FailureKind.UNAVAILABLE;
        log(requestType, ours ? Level.WARN : Level.INFO, "refused: " + kind, start);
    }

    private void log(Class<?> requestType, Level level, String outcome, long start) {
        Logger logger = LOGGERS.get(requestType);
        if (logger.isEnabledForLevel(level)) {
            long tenths = (nanoTime.getAsLong() - start) / 100_000;
            logger.atLevel(level)
                    .log("{} {} in {}.{} ms", requestType.getSimpleName(), outcome, tenths / 10, tenths % 10);
        }
    }
}
