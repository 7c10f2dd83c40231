package io.neuroglia.pizzeria.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests whose body is declared to be something other than JSON. Every endpoint that takes a body refuses them with
 * 415 before it does anything, so that can be said without a login too.
 */
final class UnsupportedContentType implements RequestMatcher {
    private final RequestMatcher endpointsWithBody;

    UnsupportedContentType(RequestMatcher endpointsWithBody) {
        this.endpointsWithBody = endpointsWithBody;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String declared = request.getContentType();
        return declared != null && endpointsWithBody.matches(request) && !isJson(declared);
    }

    private static boolean isJson(String declared) {
        try {
            return MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(declared));
        } catch (InvalidMediaTypeException noMediaType) {
            return false;
        }
    }
}
