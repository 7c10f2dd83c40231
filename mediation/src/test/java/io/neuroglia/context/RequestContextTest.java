package io.neuroglia.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class RequestContextTest {

    private static final RequestContext OUTER = RequestContext.correlated("outer");
    private static final RequestContext INNER = new RequestContext("inner", "event-7");

    @Test
    void outside_any_work_there_is_none() {
        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void work_runs_with_its_context_and_its_answer_is_returned() throws Exception {
        Optional<RequestContext> seen = OUTER.call(RequestContext::current);

        assertThat(seen).contains(OUTER);
        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void the_inner_context_ends_with_the_inner_work() throws Exception {
        List<Optional<RequestContext>> seen =
                OUTER.call(() -> List.of(INNER.call(RequestContext::current), RequestContext.current()));

        assertThat(seen).containsExactly(Optional.of(INNER), Optional.of(OUTER));
        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void after_an_exception_the_context_before_is_restored() throws Exception {
        IOException thrown = new IOException("disk");

        OUTER.call(() -> {
            assertThatThrownBy(() -> INNER.call(() -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(RequestContext.current()).contains(OUTER);
            return "done";
        });

        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void another_thread_has_its_own() throws Exception {
        FutureTask<Optional<RequestContext>> elsewhere = new FutureTask<>(RequestContext::current);

        OUTER.call(() -> {
            Thread.ofVirtual().start(elsewhere);
            return elsewhere.get();
        });

        assertThat(elsewhere.get()).isEmpty();
    }

    @Test
    void current_or_new_is_the_current_one_where_there_is_one() throws Exception {
        assertThat(OUTER.call(RequestContext::currentOrNew)).isSameAs(OUTER);
    }

    @Test
    void current_or_new_names_a_new_conversation_each_time_and_does_not_enter_it() {
        RequestContext first = RequestContext.currentOrNew();
        RequestContext second = RequestContext.currentOrNew();

        assertThat(first.causationId()).isNull();
        assertThat(first.correlationId()).isNotEqualTo(second.correlationId());
        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void each_addition_makes_a_new_context_and_keeps_the_rest() {
        Principal ada = () -> "ada";
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");

        RequestContext whole = INNER.withPrincipal(ada).withDeadline(noon).withIdempotencyKey("order-1");

        assertThat(whole).isEqualTo(new RequestContext("inner", "event-7", ada, noon, "order-1"));
        assertThat(whole.withPrincipal(null).withDeadline(null).withIdempotencyKey(null))
                .isEqualTo(INNER);
        assertThat(INNER).isEqualTo(new RequestContext("inner", "event-7", null, null, null));
    }

    @Test
    void a_conversation_needs_a_name() {
        assertThatThrownBy(() -> RequestContext.correlated(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("correlationId");
    }
}
