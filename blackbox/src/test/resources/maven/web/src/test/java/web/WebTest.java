package web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.neuroglia.mediation.Mediator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class WebTest {
    @Test
    void the_application_starts_and_answers() {
        try (ConfigurableApplicationContext context = SpringApplication.run(Web.class, WITHOUT_DATABASE)) {
            assertEquals(
                    "Buongiorno Mario",
                    context.getBean(Mediator.class).execute(new Greet("Mario")).data());
        }
    }

    private static final String WITHOUT_DATABASE = "--spring.autoconfigure.exclude="
            + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";
}
