package io.neuroglia.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every exception that Spring MVC meets and no {@code @ExceptionHandler} of the application wants.
 *
 * <p>Not an {@code @ControllerAdvice}, because it must be able to leave an exception to others: those of Spring Security
 * are the security filters' to answer.
 */
final class WebExceptionResolver implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(WebExceptionResolver.class);
    private static final ModelAndView DONE = new ModelAndView();
    private static final boolean SECURITY = ClassUtils.isPresent(
            "org.springframework.security.core.AuthenticationException", WebExceptionResolver.class.getClassLoader());

    private final ExceptionAnswers answers;

    WebExceptionResolver(ExceptionAnswers answers) {
        this.answers = answers;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (isEndOfAnswer(exception, response)) {
            LOG.debug("The answer ends here: {}", exception.toString());
            return DONE;
        }
        if (response.isCommitted() || (SECURITY && SecurityExceptions.include(exception))) {
            return null;
        }
        try {
            answers.answer(exception, request, response);
        } catch (IOException failure) {
            LOG.debug("The client is gone before it could be told of {}", exception.toString(), failure);
        }
        return DONE;
    }

    /** The client is gone, or a stream of events has lasted as long as it may. */
    private static boolean isEndOfAnswer(Exception exception, HttpServletResponse response) {
        return exception instanceof AsyncRequestNotUsableException
                || (exception instanceof AsyncRequestTimeoutException && response.isCommitted())
                || DisconnectedClientHelper.isClientDisconnectedException(exception);
    }
}
