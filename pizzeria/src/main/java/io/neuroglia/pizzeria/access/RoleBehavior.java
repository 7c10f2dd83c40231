package io.neuroglia.pizzeria.access;

import io.neuroglia.context.RequestContext;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Refuses requests that {@link RequiresRole require a role} to those who do not have it. What an event caused is the
 * pizzeria's own work, done on nobody's behalf, and not refused; a request of which nobody knows where it comes from is.
 */
final class RoleBehavior implements PipelineBehavior<Request<?>> {

    @Override
    public Stage stage() {
        return Stage.AUTHORIZE;
    }

    @Override
    public boolean appliesTo(Class<?> requestType) {
        return requestType.isAnnotationPresent(RequiresRole.class);
    }

    @Override
    public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
        if (isOwnWork()
                || has(request.getClass().getAnnotation(RequiresRole.class).value())) {
            return next.handle(request);
        }
        return login().isPresent()
                ? OperationResult.forbidden("Your account may not do this.")
                : OperationResult.unauthorized("Please log in.");
    }

    private static boolean isOwnWork() {
        return login().isEmpty()
                && RequestContext.current().map(RequestContext::causationId).isPresent();
    }

    private static boolean has(Role role) {
        return login().stream()
                .flatMap(login -> login.getAuthorities().stream())
                .anyMatch(granted -> role.authority().equals(granted.getAuthority()));
    }

    private static Optional<Authentication> login() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(login -> !(login instanceof AnonymousAuthenticationToken));
    }
}
