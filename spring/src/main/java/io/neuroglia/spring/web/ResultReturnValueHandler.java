package io.neuroglia.spring.web;

import io.neuroglia.result.OperationResult;
import io.neuroglia.result.OperationResult.Failure;
import io.neuroglia.result.OperationResult.Success;
import io.neuroglia.result.Problem;
import io.neuroglia.result.SuccessKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Lets controllers answer an {@link OperationResult}, and a {@link ResponseEntity} whose body is a {@link Problem}. What
 * succeeds is written as Spring writes a response entity.
 */
final class ResultReturnValueHandler implements HandlerMethodReturnValueHandler {
    private final HandlerMethodReturnValueHandler entities;
    private final ProblemRenderer renderer;

    ResultReturnValueHandler(HandlerMethodReturnValueHandler entities, ProblemRenderer renderer) {
        this.entities = entities;
        this.renderer = renderer;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        Class<?> type = returnType.getParameterType();
        return OperationResult.class.isAssignableFrom(type) || ResponseEntity.class.isAssignableFrom(type);
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws Exception {
        switch (value) {
            case Failure<?> failure -> refuse(failure.problem(), HttpHeaders.EMPTY, container, request);
            case Success<?> success -> succeed(success, returnType, container, request);
            case HttpEntity<?> entity
            when entity.getBody() instanceof Problem problem ->
                refuse(problem, entity.getHeaders(), container, request);
            case HttpEntity<?> entity
            when entity.getBody() instanceof OperationResult ->
                throw new IllegalStateException(returnType.getExecutable().toGenericString()
                        + " answered a response entity around a result. Answer the result itself, or process(result) of"
                        + " ControllerBase.");
            case null, default -> entities.handleReturnValue(entity(value, returnType), returnType, container, request);
        }
    }

    private void succeed(
            Success<?> success, MethodParameter returnType, ModelAndViewContainer container, NativeWebRequest request)
            throws Exception {
        if (success.kind() == SuccessKind.NO_CONTENT) {
            container.setRequestHandled(true);
            response(request).setStatus(StatusTable.of(success.kind()).value());
            return;
        }
        ResponseEntity<?> entity =
                ResponseEntity.status(StatusTable.of(success.kind())).body(success.data());
        entities.handleReturnValue(entity, new DataParameter(returnType, success), container, request);
    }

    private void refuse(Problem problem, HttpHeaders headers, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest failed = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        renderer.write(HttpProblem.of(problem, renderer.names()).with(headers), failed, response(request));
    }

    private static @Nullable Object entity(@Nullable Object value, MethodParameter returnType) {
        if (value == null && OperationResult.class.isAssignableFrom(returnType.getParameterType())) {
            throw new IllegalStateException(returnType.getExecutable().toGenericString()
                    + " answered null instead of a result; without data answer noContent().");
        }
        return value;
    }

    private static HttpServletResponse response(NativeWebRequest request) {
        return Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
    }
}
