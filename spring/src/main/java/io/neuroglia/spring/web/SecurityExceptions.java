package io.neuroglia.spring.web;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** The exceptions that Spring Security's filters answer. Loaded only when Spring Security is there. */
final class SecurityExceptions {
    private SecurityExceptions() {}

    static boolean include(Exception exception) {
        return exception instanceof AccessDeniedException || exception instanceof AuthenticationException;
    }
}
