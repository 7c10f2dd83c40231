package io.neuroglia.result;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request: {@link Success} with data or {@link Failure} with a {@link Problem}. Immutable and
 * thread-safe as far as the data is.
 *
 * <p>It has no JSON form of its own and is never a part of a message. At the edge a success is written as its data alone,
 * and a failure as the problem document of RFC 9457 that its {@link Problem} describes: kind (as type, title and status),
 * message (as detail), field errors, retry-after (as a header) and extensions.
 *
 * <pre>{@code
 * return switch (mediator.execute(new GetOrderStatusQuery(id))) {
 *     case Success<OrderStatus>(var kind, var status) -> status.toString();
 *     case Failure<OrderStatus>(var problem) -> problem.message();
 * };
 * }</pre>
 *
 * @param <T> the data of a success; {@link Void} when there is none
 * @since 0.1
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details</a>
 */
public sealed interface OperationResult<T> {

    /**
     * A request that succeeded.
     *
     * @param kind how it succeeded
     * @param data the answer; null only in {@link #noContent()}
     * @param <T> type of the data
     * @since 0.1
     */
    record Success<T>(SuccessKind kind, T data) implements OperationResult<T> {
        private static final Success<Void> NO_CONTENT = withoutData();

        /**
         * Checks that there is data unless the kind says there is none.
         *
         * @throws NullPointerException if data is missing
         * @throws IllegalArgumentException if there is data that the kind denies
         */
        public Success {
            if (Objects.requireNonNull(kind, "kind") != SuccessKind.NO_CONTENT) {
                Objects.requireNonNull(data, "A successful result needs data; without data answer noContent()");
            } else if (data != null) {
                throw new IllegalArgumentException("A success without content has no data; with data answer ok()");
            }
        }

        @SuppressWarnings("NullAway") // Void has no instance: null is its only value
        private static Success<Void> withoutData() {
            return new Success<>(SuccessKind.NO_CONTENT, null);
        }

        /** Data that follows on no content makes it an ordinary success. */
        private <R> Success<R> withData(R newData) {
            return new Success<>(kind == SuccessKind.NO_CONTENT && newData != null ? SuccessKind.OK : kind, newData);
        }

        /** Names the kind and the data's type, never the data itself, which may be personal. */
        @Override
        public String toString() {
            Object value = data;
            return "Success[" + kind
                    + (value == null ? "" : " " + value.getClass().getSimpleName()) + "]";
        }
    }

    /**
     * A request that was refused or could not be carried out.
     *
     * @param problem the reason
     * @param <T> type of the data that a success would have had
     * @since 0.1
     */
    record Failure<T>(Problem problem) implements OperationResult<T> {
        /**
         * Checks that a reason is given.
         *
         * @throws NullPointerException if the problem is null
         */
        public Failure {
            Objects.requireNonNull(problem, "problem");
        }

        @Override
        public T data() {
            throw new OperationFailedException(problem);
        }

        @SuppressWarnings("unchecked") // holds no T, so any T will do
        private <R> Failure<R> retyped() {
            return (Failure<R>) this;
        }
    }

    /**
     * The data of a success.
     *
     * @return the data; null only for {@link #noContent()}
     * @throws OperationFailedException on a failure, naming its problem
     */
    T data();

    /**
     * Whether the request succeeded.
     *
     * @return true on a success
     */
    default boolean isSuccess() {
        return this instanceof Success;
    }

    /**
     * The message of a failure.
     *
     * @return the problem's message, or empty on a success
     */
    default Optional<String> errorMessage() {
        return fold(data -> Optional.empty(), problem -> Optional.of(problem.message()));
    }

    /**
     * The same result with its data converted; a failure stays as it is.
     *
     * @param mapper applied to the data of a success, null after {@link #noContent()}
     * @param <R> type of the new data
     * @return a success of the same kind ({@link SuccessKind#OK} if there was no content before), or the same failure
     */
    default <R> OperationResult<R> map(Function<? super T, ? extends R> mapper) {
        return switch (this) {
            case Success<T> success -> success.withData(mapper.apply(success.data()));
            case Failure<T> failure -> failure.retyped();
        };
    }

    /**
     * The result of a further step; a failure stays as it is and skips the step.
     *
     * @param mapper the step, applied to the data of a success, null after {@link #noContent()}
     * @param <R> type of the step's data
     * @return the step's result, or the same failure
     */
    default <R> OperationResult<R> flatMap(Function<? super T, OperationResult<R>> mapper) {
        return switch (this) {
            case Success<T> success -> mapper.apply(success.data());
            case Failure<T> failure -> failure.retyped();
        };
    }

    /**
     * One value from either side.
     *
     * @param onSuccess applied to the data of a success
     * @param onFailure applied to the problem of a failure
     * @param <R> type of the value
     * @return what the function that fits answered
     */
    default <R> R fold(Function<? super T, ? extends R> onSuccess, Function<? super Problem, ? extends R> onFailure) {
        return switch (this) {
            case Success<T> success -> onSuccess.apply(success.data());
            case Failure<T> failure -> onFailure.apply(failure.problem());
        };
    }

    /**
     * A second way when the first failed.
     *
     * @param recovery applied to the problem of a failure
     * @return the same success, or what the recovery answered
     */
    default OperationResult<T> recover(Function<? super Problem, OperationResult<T>> recovery) {
        return switch (this) {
            case Success<T> success -> success;
            case Failure<T> failure -> recovery.apply(failure.problem());
        };
    }

    /**
     * The data, or an exception of the caller's choice.
     *
     * @param exception makes the exception from the problem
     * @param <X> type of the exception
     * @return the data of a success
     * @throws X on a failure
     */
    default <X extends Throwable> T orElseThrow(Function<? super Problem, X> exception) throws X {
        if (this instanceof Failure<T> failure) {
            throw exception.apply(failure.problem());
        }
        return data();
    }

    /**
     * Done; the data is the answer.
     *
     * @param data the answer
     * @param <T> its type
     * @return a success
     */
    static <T> OperationResult<T> ok(T data) {
        return new Success<>(SuccessKind.OK, data);
    }

    /**
     * Done, and something new exists now.
     *
     * @param data describes the new thing
     * @param <T> its type
     * @return a success
     */
    static <T> OperationResult<T> created(T data) {
        return new Success<>(SuccessKind.CREATED, data);
    }

    /**
     * Taken on, to be finished later.
     *
     * @param data says how to follow it
     * @param <T> its type
     * @return a success
     */
    static <T> OperationResult<T> accepted(T data) {
        return new Success<>(SuccessKind.ACCEPTED, data);
    }

    /**
     * Done; there is no data.
     *
     * @return a success without data
     */
    static OperationResult<Void> noContent() {
        return Success.NO_CONTENT;
    }

    /**
     * A failure for a reason.
     *
     * @param problem the reason
     * @param <T> type of the data that a success would have had
     * @return a failure
     */
    static <T> OperationResult<T> failure(Problem problem) {
        return new Failure<>(problem);
    }

    /**
     * The request as a whole breaks a rule.
     *
     * @param message the rule, in words for the caller
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#VALIDATION}
     */
    static <T> OperationResult<T> validationError(String message) {
        return failure(Problem.validation(List.of(new FieldError("", message))));
    }

    /**
     * Fields of the request break rules.
     *
     * @param errors the broken rules, at least one
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#VALIDATION} whose message is the first error's
     */
    static <T> OperationResult<T> validationError(List<FieldError> errors) {
        return failure(Problem.validation(errors));
    }

    /**
     * The request makes no sense in the present state.
     *
     * @param message why, for the caller
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#BAD_REQUEST}
     */
    static <T> OperationResult<T> badRequest(String message) {
        return failure(Problem.of(FailureKind.BAD_REQUEST, message));
    }

    /**
     * Nobody is logged in.
     *
     * @param message what to do, for the caller
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#UNAUTHORIZED}
     */
    static <T> OperationResult<T> unauthorized(String message) {
        return failure(Problem.of(FailureKind.UNAUTHORIZED, message));
    }

    /**
     * Whoever is logged in may not do this.
     *
     * @param message what is missing, for the caller
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#FORBIDDEN}
     */
    static <T> OperationResult<T> forbidden(String message) {
        return failure(Problem.of(FailureKind.FORBIDDEN, message));
    }

    /**
     * What the request speaks of does not exist.
     *
     * @param message what is missing, for the caller
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#NOT_FOUND}
     */
    static <T> OperationResult<T> notFound(String message) {
        return failure(Problem.of(FailureKind.NOT_FOUND, message));
    }

    /**
     * Somebody else was first.
     *
     * @param message what stands in the way, for the caller
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#CONFLICT}
     */
    static <T> OperationResult<T> conflict(String message) {
        return failure(Problem.of(FailureKind.CONFLICT, message));
    }

    /**
     * The caller asks too often.
     *
     * @param message what the limit is, for the caller
     * @param retryAfter when to come back, from now
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#TOO_MANY_REQUESTS}
     */
    static <T> OperationResult<T> tooManyRequests(String message, Duration retryAfter) {
        return failure(Problem.of(FailureKind.TOO_MANY_REQUESTS, message).withRetryAfter(retryAfter));
    }

    /**
     * A defect of ours.
     *
     * @param message an apology for the caller; details belong in the log
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#INTERNAL}
     */
    static <T> OperationResult<T> internalServerError(String message) {
        return failure(Problem.of(FailureKind.INTERNAL, message));
    }

    /**
     * Another name of {@link #internalServerError(String)}.
     *
     * @param message an apology for the caller; details belong in the log
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#INTERNAL}
     */
    static <T> OperationResult<T> internalError(String message) {
        return internalServerError(message);
    }

    /**
     * Something needed is out of reach or overloaded.
     *
     * @param message what, for the caller
     * @param retryAfter when to try again, from now; null when not known
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#UNAVAILABLE}
     */
    static <T> OperationResult<T> serviceUnavailable(String message, @Nullable Duration retryAfter) {
        Problem problem = Problem.of(FailureKind.UNAVAILABLE, message);
        return failure(retryAfter == null ? problem : problem.withRetryAfter(retryAfter));
    }

    /**
     * Something needed is out of reach or overloaded, for an unknown time.
     *
     * @param message what, for the caller
     * @param <T> type of the data that a success would have had
     * @return a failure of kind {@link FailureKind#UNAVAILABLE}
     */
    static <T> OperationResult<T> serviceUnavailable(String message) {
        return serviceUnavailable(message, null);
    }
}
