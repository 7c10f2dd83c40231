package io.neuroglia.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.context.RequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorrelationIdFilterTest {
    private final CorrelationIdFilter filter = new CorrelationIdFilter();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final List<String> seen = new ArrayList<>();
    private final FilterChain chain = (ignored, alsoIgnored) -> {
        seen.add(MDC.get("correlation_id"));
        seen.add(RequestContext.current().orElseThrow().correlationId());
    };

    @Test
    void the_id_is_known_inside_and_forgotten_after() throws Exception {
        request.addHeader("X-Correlation-Id", "one");

        filter.doFilter(request, response, chain);

        assertThat(seen).containsExactly("one", "one");
        assertThat(MDC.get("correlation_id")).isNull();
        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void the_id_is_forgotten_after_a_failure_too() {
        IOException failure = new IOException("gone");

        assertThatThrownBy(() -> filter.doFilter(request, response, (ignored, alsoIgnored) -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(MDC.get("correlation_id")).isNull();
        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void a_later_dispatch_of_the_request_keeps_its_id() throws ServletException, IOException {
        filter.doFilter(request, response, chain);
        filter.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(seen).hasSize(4).allMatch(response.getHeader("X-Correlation-Id")::equals);
    }
}
