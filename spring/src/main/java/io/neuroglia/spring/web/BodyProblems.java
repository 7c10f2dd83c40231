package io.neuroglia.spring.web;

import io.neuroglia.result.Problem;
import io.neuroglia.spring.internal.ExceptionOutcomes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;

/** What is wrong with a body that cannot be read, in words of the caller's JSON and not of our classes. */
final class BodyProblems {
    private final ExpectedInput expected;
    private final FieldNames names;

    BodyProblems(ExpectedInput expected, FieldNames names) {
        this.expected = expected;
        this.names = names;
    }

    /** Null when our own classes are to blame. */
    @Nullable
    HttpProblem of(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case InvalidDefinitionException defect -> null;
            case JacksonException failure -> of(failure);
            case null -> HttpProblem.of(HttpStatus.BAD_REQUEST, "The request body is missing.");
            default -> HttpProblem.of(HttpStatus.BAD_REQUEST, "The request body cannot be read.");
        };
    }

    HttpProblem of(MultipartException unreadable) {
        return unreadable instanceof MaxUploadSizeExceededException
                ? HttpProblem.of(HttpStatus.CONTENT_TOO_LARGE, StandardDetails.of(HttpStatus.CONTENT_TOO_LARGE))
                : HttpProblem.of(HttpStatus.BAD_REQUEST, "The parts of the request body cannot be read.");
    }

    private HttpProblem of(JacksonException failure) {
        Optional<Problem> refusal = outcomeIn(failure);
        if (refusal.isPresent()) {
            return HttpProblem.of(refusal.get(), names);
        }
        return failure instanceof DatabindException || failure instanceof InputCoercionException
                ? misfit(failure)
                : malformed(failure);
    }

    /** Well-formed, but not what is expected there. */
    private HttpProblem misfit(JacksonException failure) {
        String path = path(failure.getPath());
        if (path.isEmpty() && isTrailing(failure)) {
            return HttpProblem.of(HttpStatus.BAD_REQUEST, "The request body holds more than one JSON value.");
        }
        String demand = demand(failure);
        return path.isEmpty()
                ? HttpProblem.ofField("", "The request body " + demand + ".")
                : HttpProblem.ofField(path, demand);
    }

    private String demand(JacksonException failure) {
        return switch (failure) {
            case InputCoercionException overflow -> "is out of range";
            case MismatchedInputException misfit -> expected.demandOf(misfit);
            default -> ExpectedInput.INVALID;
        };
    }

    private static HttpProblem malformed(JacksonException failure) {
        String duplicate = String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate")
                ? "The request body names a key twice"
                : "The request body is not well-formed JSON";
        return HttpProblem.of(HttpStatus.BAD_REQUEST, duplicate + position(failure.getLocation()) + ".");
    }

    private static String position(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static boolean isTrailing(JacksonException failure) {
        return String.valueOf(failure.getOriginalMessage()).startsWith("Trailing token");
    }

    /** What a constructor or deserializer of the application refused in its own words. */
    private static Optional<Problem> outcomeIn(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause == null) {
            return Optional.empty();
        }
        Optional<Problem> outcome = ExceptionOutcomes.problemOf(cause);
        return outcome.isPresent() ? outcome : outcomeIn(cause);
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
