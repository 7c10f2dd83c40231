package io.neuroglia.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Command;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.mediation.MediatorAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A test slice of one controller has the web edge, and the mediator that the test gives it. */
@WebMvcTest(WebEdgeSliceTest.DishController.class)
@Import(WebEdgeSliceTest.DishController.class)
class WebEdgeSliceTest {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApplicationContext context;

    @Test
    void a_result_is_answered_as_in_the_whole_application() {
        assertThat(mvc.get()
                        .uri("/dishes/pizza")
                        .header("X-Correlation-Id", "slice")
                        .with(user("any")))
                .hasStatus(202)
                .hasHeader("X-Correlation-Id", "slice")
                .bodyText()
                .isEqualTo("cooking pizza");
    }

    @Test
    void a_failure_is_a_problem_document() {
        assertThat(mvc.get()
                        .uri("/dishes/stone")
                        .header("X-Correlation-Id", "slice")
                        .with(user("any")))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("No such dish");
    }

    @Test
    void no_mediator_is_made_in_a_slice() {
        assertThat(context.getBeansOfType(MediatorAutoConfiguration.class)).isEmpty();
        assertThat(context.getBeansOfType(Mediator.class)).containsOnlyKeys("kitchen");
    }

    /** What the slice belongs to; it stands for an application with everything. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Given {
        @Bean
        Mediator kitchen() {
            return Mediator.builder().handle(Cook.class, Given::cook).build();
        }

        private static OperationResult<String> cook(Cook command) {
            return command.dish().equals("stone")
                    ? OperationResult.notFound("No such dish")
                    : OperationResult.accepted("cooking " + command.dish());
        }
    }

    record Cook(String dish) implements Command<String> {}

    @RestController
    static class DishController extends ControllerBase {
        DishController(Mediator mediator) {
            super(mediator);
        }

        @GetMapping("/dishes/{dish}")
        OperationResult<String> cook(@PathVariable String dish) {
            return mediator().execute(new Cook(dish));
        }
    }
}
