package io.neuroglia.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.Problem;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A controller can be tested without Spring. */
class ControllerBaseTest {
    private final Mediator mediator = Mediator.builder().build();
    private final ControllerBase controller = new ControllerBase(mediator);

    @Test
    void a_controller_has_its_mediator() {
        assertThat(controller.mediator()).isSameAs(mediator);
    }

    @Test
    void a_success_becomes_its_status_and_data() {
        ResponseEntity<?> entity = controller.process(OperationResult.accepted("ticket"));

        assertThat(entity.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(entity.getBody()).isEqualTo("ticket");
    }

    @Test
    void what_is_accepted_has_an_address_too() {
        ResponseEntity<?> entity =
                controller.process(OperationResult.accepted("ticket"), id -> URI.create("/tickets/" + id));

        assertThat(entity.getHeaders().getLocation()).isEqualTo(URI.create("/tickets/ticket"));
    }

    @Test
    void a_failure_becomes_its_status_and_problem() {
        OperationResult<String> failed = OperationResult.conflict("Somebody was first");

        ResponseEntity<?> entity = controller.process(failed, id -> URI.create("/never"));

        assertThat(entity.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(entity.getBody())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.message()).isEqualTo("Somebody was first"));
        assertThat(entity.getHeaders().getLocation()).isNull();
    }
}
