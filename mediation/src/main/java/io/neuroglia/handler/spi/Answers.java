package io.neuroglia.handler.spi;

import io.neuroglia.message.Request;
import io.neuroglia.result.OperationResult;
import org.jspecify.annotations.Nullable;

/**
 * Handlers and behaviors never answer null; one that does is named at once, before a behavior around it stumbles.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class Answers {
    private Answers() {}

    /**
     * The answer of a link.
     *
     * @param answer what was answered
     * @param answeredBy the handler or behavior
     * @param request what it answered to
     * @param <T> the data of the answer
     * @return the answer
     * @throws IllegalStateException naming who answered null
     */
    public static <T> OperationResult<T> required(
            @Nullable OperationResult<T> answer, Object answeredBy, Request<?> request) {
        if (answer == null) {
            throw new IllegalStateException(answeredBy.getClass().getName() + " answered null to "
                    + request.getClass().getName() + ". Answer a result, without data noContent().");
        }
        return answer;
    }
}
