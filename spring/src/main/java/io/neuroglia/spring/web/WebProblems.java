package io.neuroglia.spring.web;

import io.neuroglia.result.ProblemSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What the exceptions of Spring and of the server mean to a client. */
final class WebProblems {
    private static final boolean TOMCAT = ClassUtils.isPresent(
            "org.apache.tomcat.util.http.InvalidParameterException", WebProblems.class.getClassLoader());

    private final BodyLimit limit;
    private final BodyProblems bodies;
    private final ParameterProblems parameters;

    WebProblems(BodyLimit limit, BodyProblems bodies, ParameterProblems parameters) {
        this.limit = limit;
        this.bodies = bodies;
        this.parameters = parameters;
    }

    /** Empty for what is no refusal of a request: an outcome of the application, or a defect. */
    Optional<HttpProblem> of(Throwable exception) {
        if (BodyLimit.isExceededIn(exception)) {
            return Optional.of(HttpProblem.of(HttpStatus.CONTENT_TOO_LARGE, limit.message()));
        }
        return Optional.ofNullable(TOMCAT && TomcatRefusal.is(exception) ? ofTomcat(exception) : ofSpring(exception));
    }

    private HttpProblem ofTomcat(Throwable exception) {
        HttpStatusCode status = TomcatRefusal.statusOf(exception);
        return HttpProblem.of(
                status,
                status.isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE)
                        ? limit.message()
                        : "The parameters of the request cannot be decoded.");
    }

    private @Nullable HttpProblem ofSpring(Throwable exception) {
        return switch (exception) {
            case ProblemSource outcome -> null;
            case ConversionNotSupportedException defect -> null;
            case MissingPathVariableException defect -> null;
            case HttpMessageNotReadableException unreadable -> bodies.of(unreadable);
            case TypeMismatchException mismatch -> parameters.of(mismatch);
            case MethodArgumentNotValidException invalid -> parameters.of(invalid);
            case BindException invalid -> parameters.of(invalid);
            case HandlerMethodValidationException invalid -> parameters.of(invalid);
            case ServletRequestBindingException missing -> parameters.of(missing);
            case MissingServletRequestPartException missing ->
                HttpProblem.ofField(missing.getRequestPartName(), "is required");
            case MultipartException unreadable -> bodies.of(unreadable);
            case ErrorResponse refusal -> refusal(exception, refusal);
            default -> annotated(exception);
        };
    }

    private static HttpProblem refusal(Throwable exception, ErrorResponse refusal) {
        return HttpProblem.of(refusal.getStatusCode(), detail(exception, refusal))
                .with(refusal.getHeaders());
    }

    private static String detail(Throwable exception, ErrorResponse refusal) {
        String given = refusal.getBody().getDetail();
        return switch (exception) {
            case NoResourceFoundException notFound -> StandardDetails.of(HttpStatus.NOT_FOUND);
            case NoHandlerFoundException notFound -> StandardDetails.of(HttpStatus.NOT_FOUND);
            case AsyncRequestTimeoutException slow -> StandardDetails.of(HttpStatus.SERVICE_UNAVAILABLE);
            case HttpRequestMethodNotSupportedException wrong -> method(wrong);
            case HttpMediaTypeNotSupportedException wrong -> mediaType(wrong);
            case HttpMediaTypeNotAcceptableException wrong -> StandardDetails.of(HttpStatus.NOT_ACCEPTABLE);
            default -> given == null || given.isBlank() ? StandardDetails.of(refusal.getStatusCode()) : given;
        };
    }

    private static String method(HttpRequestMethodNotSupportedException wrong) {
        String allowed = wrong.getHeaders().getFirst(HttpHeaders.ALLOW);
        return StandardDetails.of(HttpStatus.METHOD_NOT_ALLOWED) + (allowed == null ? "" : " Use " + allowed + ".");
    }

    private static String mediaType(HttpMediaTypeNotSupportedException wrong) {
        String supported = wrong.getSupportedMediaTypes().stream()
                .filter(type -> type.isConcrete())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return StandardDetails.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                + (supported.isEmpty() ? "" : " Send " + supported + ".");
    }

    private static @Nullable HttpProblem annotated(Throwable exception) {
        ResponseStatus annotation =
                AnnotatedElementUtils.findMergedAnnotation(exception.getClass(), ResponseStatus.class);
        if (annotation == null) {
            return null;
        }
        HttpStatusCode status = annotation.code();
        String reason = annotation.reason();
        return HttpProblem.of(status, reason.isEmpty() ? StandardDetails.of(status) : reason);
    }
}
