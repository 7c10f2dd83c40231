package io.neuroglia.behavior.validation;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.FieldError;
import io.neuroglia.result.OperationResult;
import io.neuroglia.validation.Validatable;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses a request that breaks declared constraints or rules of its own ({@link Validatable}), with all errors at once:
 * those of constraints in the order of the request's components, then those of {@link Validatable#validate()}. Request
 * types with neither go without this behavior. What the validator itself throws reaches the caller. Thread-safe.
 *
 * @since 0.1
 */
public final class ValidationBehavior implements PipelineBehavior<Request<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(ValidationBehavior.class);

    private final DeclaredConstraints constraints;

    /**
     * Checks constraints by this validator.
     *
     * @param validator serves all threads
     */
    public ValidationBehavior(Validator validator) {
        constraints = new DeclaredConstraints(Objects.requireNonNull(validator, "validator"));
    }

    @Override
    public Stage stage() {
        return Stage.VALIDATE;
    }

    @Override
    public boolean appliesTo(Class<?> requestType) {
        return Validatable.class.isAssignableFrom(requestType) || constraints.existFor(requestType);
    }

    @Override
    public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
        List<FieldError> errors = constraints.brokenBy(request);
        if (request instanceof Validatable validatable) {
            errors = Stream.concat(errors.stream(), ownErrors(validatable, errors).stream())
                    .distinct()
                    .toList();
        }
        return errors.isEmpty() ? next.handle(request) : OperationResult.validationError(errors);
    }

    /** Rules may rely on constraints, so that with one broken they can fail; the broken constraint is the answer then. */
    private static List<FieldError> ownErrors(Validatable request, List<FieldError> broken) {
        String name = request.getClass().getName();
        try {
            return Objects.requireNonNull(request.validate(), () -> name + ".validate() answered null")
                    .errors();
        } catch (RuntimeException failure) {
            if (broken.isEmpty()) {
                throw failure;
            }
            LOG.debug(
                    "{}.validate() threw {}; constraints it may rely on are broken",
                    name,
                    failure.getClass().getName());
            return List.of();
        }
    }
}
