package io.neuroglia.spring.web;

import java.util.Map;
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

    @GetMapping("/guarded/staff")
    Map<String, String> staff() {
        return Map.of("guarded", "staff");
    }

    @GetMapping("/guarded/method")
    @PreAuthorize("hasRole('STAFF')")
    public Map<String, String> method() {
        return Map.of("guarded", "method");
    }
}
