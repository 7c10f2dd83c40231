package io.neuroglia.postgres.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.postgres.JavaProcess;
import io.neuroglia.postgres.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plain Spring Boot application with JPA and Flyway, run as its users run it. */
class SpringBootApplicationIT {

    @TempDir
    static Path directory;

    @Test
    void its_database_survives_the_death_of_the_application_of_the_server_and_of_both() throws Exception {
        try (JavaProcess first = run("margherita")) {
            assertThat(first.awaitLine("pizzas:")).contains("margherita");
            first.kill();
        }
        try (JavaProcess second = run("pepperoni")) {
            assertThat(second.awaitLine("pizzas:")).contains("margherita, pepperoni");
            TestServers.killIn(directory);
            second.terminate();
            second.awaitEnd();
        }
        try (JavaProcess third = run("quattro")) {
            assertThat(third.awaitLine("pizzas:")).contains("margherita, pepperoni, quattro");
            TestServers.killIn(directory);
            third.kill();
        }
        try (JavaProcess fourth = run("vegetarian")) {
            assertThat(fourth.awaitLine("pizzas:")).contains("margherita, pepperoni, quattro, vegetarian");
        } finally {
            TestServers.killIn(directory);
        }
    }

    @Test
    void a_second_application_on_the_directory_reports_the_problem_and_the_remedy() throws Exception {
        try (JavaProcess first = run("zucca")) {
            first.awaitLine("pizzas:");

            try (JavaProcess second = run("zucchini")) {
                assertThat(second.awaitEnd())
                        .contains("APPLICATION FAILED TO START")
                        .contains(directory + " is in use by another application")
                        .contains("neuroglia.postgres.data-dir")
                        .doesNotContain("\tat io.neuroglia");
                assertThat(second.exitStatus()).isEqualTo(1);
            }

            assertThat(TestServers.isRunningIn(directory)).isTrue();
            Instant begin = Instant.now();

            first.terminate();

            assertThat(first.awaitEnd()).contains("PostgreSQL on port");
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(TestServers.isRunningIn(directory)).isFalse();
        }
    }

    private JavaProcess run(String pizza) throws IOException {
        return JavaProcess.run(PizzaApplication.class, directory, pizza);
    }
}
