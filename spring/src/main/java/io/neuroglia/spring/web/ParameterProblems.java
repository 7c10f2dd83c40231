package io.neuroglia.spring.web;

import io.neuroglia.result.FieldError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is wrong with the parameters of a request, and with the objects that Spring MVC binds and validates itself. */
final class ParameterProblems {
    private final ExpectedInput expected;
    private final FieldNames names;

    ParameterProblems(ExpectedInput expected, FieldNames names) {
        this.expected = expected;
        this.names = names;
    }

    HttpProblem of(TypeMismatchException mismatch) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : mismatch.getPropertyName();
        return HttpProblem.ofField(name == null ? "" : name, expected.demandOf(mismatch.getRequiredType()));
    }

    HttpProblem of(ServletRequestBindingException missing) {
        String name = switch (missing) {
            case MissingServletRequestParameterException parameter -> parameter.getParameterName();
            case MissingRequestHeaderException header -> header.getHeaderName();
            case MissingRequestCookieException cookie -> cookie.getCookieName();
            default -> null;
        };
        return name == null
                ? HttpProblem.of(HttpStatus.BAD_REQUEST, StandardDetails.of(HttpStatus.BAD_REQUEST))
                : HttpProblem.ofField(name, "is required");
    }

    HttpProblem of(MethodArgumentNotValidException invalid) {
        boolean body = invalid.getParameter().hasParameterAnnotation(RequestBody.class);
        return refusal(errorsOf(invalid.getBindingResult(), "", body));
    }

    HttpProblem of(BindException invalid) {
        return refusal(errorsOf(invalid.getBindingResult(), "", false));
    }

    /** Null when a method answered what it must not, which is no caller's fault. */
    @Nullable
    HttpProblem of(HandlerMethodValidationException invalid) {
        if (invalid.isForReturnValue()) {
            return null;
        }
        Stream<FieldError> crossing =
                invalid.getCrossParameterValidationResults().stream().map(error -> new FieldError("", message(error)));
        Stream<FieldError> single =
                invalid.getParameterValidationResults().stream().flatMap(this::errorsOf);
        return refusal(Stream.concat(single, crossing));
    }

    private Stream<FieldError> errorsOf(ParameterValidationResult result) {
        boolean body = result.getMethodParameter().hasParameterAnnotation(RequestBody.class);
        if (result instanceof ParameterErrors errors) {
            String element = result.getContainerIndex() == null ? "" : "[" + result.getContainerIndex() + "]";
            return errorsOf(errors, element, body);
        }
        String name = body ? "" : ParameterNames.onWire(result.getMethodParameter());
        return result.getResolvableErrors().stream().map(error -> new FieldError(name, message(error)));
    }

    /** The fields of a body are named by the JSON mapper, those of a form by Java. */
    private Stream<FieldError> errorsOf(Errors errors, String element, boolean body) {
        return errors.getAllErrors().stream().map(error -> {
            String field = error instanceof org.springframework.validation.FieldError invalid ? invalid.getField() : "";
            String path = element + (element.isEmpty() || field.isEmpty() ? "" : ".") + field;
            return new FieldError(body ? names.onWire(path) : path, bindingMessage(error));
        });
    }

    /** Spring's own message of a failed conversion names classes. */
    private String bindingMessage(ObjectError error) {
        if (error.contains(TypeMismatchException.class)) {
            return expected.demandOf(error.unwrap(TypeMismatchException.class).getRequiredType());
        }
        boolean failedToBind =
                error instanceof org.springframework.validation.FieldError field && field.isBindingFailure();
        return failedToBind || error.contains(PropertyAccessException.class) ? ExpectedInput.INVALID : message(error);
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), ExpectedInput.INVALID);
    }

    private static HttpProblem refusal(Stream<FieldError> found) {
        List<FieldError> errors = found.toList();
        String detail = errors.isEmpty()
                ? StandardDetails.of(HttpStatus.BAD_REQUEST)
                : errors.getFirst().message();
        return HttpProblem.ofFields(detail, errors);
    }
}
