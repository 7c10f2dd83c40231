package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two applications on one database never take each other's events. */
@ExtendWith(PostgresExtension.class)
class SharedDatabaseIT {
    private TestDatabase database;

    @BeforeEach
    void empty(TestDatabase testDatabase) {
        database = testDatabase;
        database.execute("drop schema if exists neuroglia cascade; drop schema if exists bakery cascade");
    }

    @AfterEach
    void remove() {
        database.execute("drop schema if exists bakery cascade");
    }

    @Test
    void an_application_without_a_name_is_known_by_its_main_class() {
        start(Bakery.class).close();

        assertThat(owner()).isEqualTo(Bakery.class.getName());
    }

    @Test
    void a_configured_name_comes_first() {
        start(Bakery.class, "--spring.application.name=bread").close();

        assertThat(owner()).isEqualTo("bread");
    }

    @Test
    void delivery_can_have_a_name_of_its_own() {
        start(Bakery.class, "--spring.application.name=bread", "--neuroglia.delivery.application=rolls")
                .close();

        assertThat(owner()).isEqualTo("rolls");
    }

    @Test
    void another_application_does_not_start_on_the_same_schema() {
        start(Bakery.class).close();

        assertThatThrownBy(() -> start(Brewery.class).close())
                .rootCause()
                .hasMessageContaining("Schema neuroglia holds the events of the application")
                .hasMessageContaining(Bakery.class.getName())
                .hasMessageContaining("neuroglia.delivery.schema");
    }

    @Test
    void another_application_has_a_schema_of_its_own() {
        try (ConfigurableApplicationContext bakery = start(Bakery.class, "--neuroglia.delivery.schema=bakery");
                ConfigurableApplicationContext brewery = start(Brewery.class)) {
            assertThat(bakery.getBean(DurableDelivery.class).status().delivers())
                    .isTrue();
            assertThat(brewery.getBean(DurableDelivery.class).status().delivers())
                    .isTrue();
        }
    }

    private ConfigurableApplicationContext start(Class<?> application, String... arguments) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties("spring.datasource.url=" + database.jdbcUrl(), "spring.flyway.enabled=false")
                .run(arguments);
    }

    private String owner() {
        return new JdbcTemplate(database.dataSource())
                .queryForObject("select name from neuroglia.application", String.class);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Bakery {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Brewery {}
}
