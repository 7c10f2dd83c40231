package io.neuroglia.mediation;

import io.neuroglia.message.Request;
import io.neuroglia.result.OperationResult;
import org.jspecify.annotations.Nullable;

/** Handlers and behaviors never answer null; one that does is named at once, before a behavior around it stumbles. */
final class Answers {
    private Answers() {}

    static <T> OperationResult<T> required(@Nullable OperationResult<T> answer, Object answeredBy, Request<?> request) {
        if (answer == null) {
            throw new IllegalStateException(answeredBy.getClass().getName() + " answered null to "
                    + request.getClass().getName() + ". Answer a result, without data noContent().");
        }
        return answer;
    }
}
