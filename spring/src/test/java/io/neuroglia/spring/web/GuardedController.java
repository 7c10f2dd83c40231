package io.neuroglia.spring.web;

import io.neuroglia.context.RequestContext;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Wants a login. */
@RestController
class GuardedController {
    @GetMapping("/guarded/any")
    Map<String, String> any() {
        return Map.of("guarded", "any");
    }

    @GetMapping({"/caller", "/guarded/caller"})
    Map<String, String> caller() {
        return Map.of("caller", callerInContext());
    }

    @GetMapping("/guarded/caller/later")
    Callable<Map<String, String>> callerLater() {
        return this::caller;
    }

    @GetMapping("/guarded/staff")
    Map<String, String> staff() {
        return Map.of("guarded", "staff");
    }

    @GetMapping("/guarded/method")
    @PreAuthorize("hasRole('STAFF')")
    public Map<String, String> method() {
        return Map.of("guarded", "method");
    }

    private static String callerInContext() {
        return RequestContext.current()
                .map(RequestContext::principal)
                .map(Principal::getName)
                .orElse("nobody");
    }
}
