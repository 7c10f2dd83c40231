package io.neuroglia.pizzeria.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.context.RequestContext;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Query;
import io.neuroglia.message.Request;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

class RoleBehaviorTest {
    private static final OperationResult<String> DONE = OperationResult.ok("done");
    private static final OperationResult<String> LOG_IN = OperationResult.unauthorized("Please log in.");
    private static final OperationResult<String> FORBIDDEN = OperationResult.forbidden("Your account may not do this.");

    private final Mediator mediator = Mediator.builder()
            .<Request<?>>behavior(Request.class, new RoleBehavior())
            .handle(ForAnyone.class, query -> DONE)
            .handle(ForStaff.class, query -> DONE)
            .handle(ForManagers.class, query -> DONE)
            .build();

    @AfterEach
    void log_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void who_has_the_role_or_a_higher_one_may() {
        as(loggedIn(Role.MANAGER));

        assertThat(mediator.execute(new ForManagers())).isEqualTo(DONE);
        assertThat(mediator.execute(new ForStaff())).isEqualTo(DONE);
    }

    @Test
    void who_has_a_lower_role_may_not() {
        as(loggedIn(Role.STAFF));

        assertThat(mediator.execute(new ForStaff())).isEqualTo(DONE);
        assertThat(mediator.execute(new ForManagers())).isEqualTo(FORBIDDEN);
    }

    @Test
    void who_is_not_logged_in_may_do_what_needs_no_role() {
        as(new AnonymousAuthenticationToken("key", "anonymous", List.of(new SimpleGrantedAuthority("ROLE_STAFF"))));

        assertThat(mediator.execute(new ForAnyone())).isEqualTo(DONE);
        assertThat(mediator.execute(new ForStaff())).isEqualTo(LOG_IN);
    }

    @Test
    void a_login_that_was_not_verified_counts_for_nothing() {
        as(UsernamePasswordAuthenticationToken.unauthenticated("peach", "peach-demo"));

        assertThat(mediator.execute(new ForStaff())).isEqualTo(LOG_IN);
    }

    @Test
    void a_request_from_nowhere_is_refused_also_on_another_thread() throws Exception {
        as(loggedIn(Role.MANAGER));

        assertThat(mediator.executeAsync(new ForStaff()).get(10, TimeUnit.SECONDS))
                .isEqualTo(LOG_IN);
    }

    @Test
    void what_an_event_caused_is_not_refused() throws Exception {
        RequestContext caused = new RequestContext("conversation", "event");

        assertThat(caused.call(() -> mediator.execute(new ForManagers()))).isEqualTo(DONE);
    }

    @Test
    void a_login_is_not_widened_by_an_event() throws Exception {
        as(loggedIn(Role.STAFF));
        RequestContext caused = new RequestContext("conversation", "event");

        assertThat(caused.call(() -> mediator.execute(new ForManagers()))).isEqualTo(FORBIDDEN);
    }

    private static void as(Authentication login) {
        SecurityContextHolder.getContext().setAuthentication(login);
    }

    private static Authentication loggedIn(Role role) {
        return UsernamePasswordAuthenticationToken.authenticated("somebody", null, role.authorities());
    }

    record ForAnyone() implements Query<String> {}

    @RequiresRole(Role.STAFF)
    record ForStaff() implements Query<String> {}

    @RequiresRole(Role.MANAGER)
    record ForManagers() implements Query<String> {}
}
