package io.neuroglia.spring.web;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.OperationResult.Failure;
import io.neuroglia.result.OperationResult.Success;
import io.neuroglia.result.Problem;
import io.neuroglia.result.SuccessKind;
import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * What a controller needs that sends requests to the mediator. Extending it is a convenience: a controller may as well
 * answer {@link OperationResult} itself. Thread-safe.
 *
 * @since 0.1
 */
public class ControllerBase {
    private final Mediator mediator;

    /**
     * A controller that sends requests.
     *
     * @param mediator handles them
     */
    protected ControllerBase(Mediator mediator) {
        this.mediator = Objects.requireNonNull(mediator, "mediator");
    }

    /**
     * Handles the controller's requests.
     *
     * @return the mediator
     */
    protected final Mediator mediator() {
        return mediator;
    }

    /**
     * The answer to a request.
     *
     * @param result what the mediator answered
     * @return a success's status and data; a failure's status with its problem, which is written as a problem document
     */
    protected ResponseEntity<?> process(OperationResult<?> result) {
        return switch (result) {
            case Success<?> success ->
                ResponseEntity.status(StatusTable.of(success.kind())).body(success.data());
            case Failure<?> failure -> problem(failure.problem());
        };
    }

    /**
     * The answer to a request that made something, with its address.
     *
     * @param result what the mediator answered
     * @param location the address of what was created or accepted, from the data; may be relative to the server
     * @param <T> type of the data
     * @return as {@link #process(OperationResult)}, with the header {@code Location} when something was created or
     *     accepted
     */
    protected <T> ResponseEntity<?> process(OperationResult<T> result, Function<? super T, URI> location) {
        if (result instanceof Success<T> success && isNew(success.kind())) {
            return ResponseEntity.status(StatusTable.of(success.kind()))
                    .location(location.apply(success.data()))
                    .body(success.data());
        }
        return process(result);
    }

    private static boolean isNew(SuccessKind kind) {
        return kind == SuccessKind.CREATED || kind == SuccessKind.ACCEPTED;
    }

    private static ResponseEntity<Problem> problem(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        problem.retryAfter().ifPresent(delay -> headers.set(HttpHeaders.RETRY_AFTER, HttpProblem.seconds(delay)));
        return ResponseEntity.status(StatusTable.of(problem.kind()))
                .headers(headers)
                .body(problem);
    }
}
