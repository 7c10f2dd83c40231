package io.neuroglia.pizzeria.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseConfigurationIT {

    @TempDir
    static Path temporary;

    private static TestDataDirectory directory;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class));

    @BeforeAll
    static void makeDirectory() throws IOException {
        directory = TestDataDirectory.at(temporary);
    }

    @AfterAll
    static void unlink() throws IOException {
        directory.unlink();
    }

    @Test
    void without_a_configured_database_the_application_has_its_own() {
        withDataDirectory().run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(answer(context.getBean(JdbcClient.class))).isEqualTo(1);
            assertThat(directory.processes().running()).isNotEmpty();
        });

        assertThat(directory.processes().running()).isEmpty();
    }

    @Test
    void the_database_outlives_everything_that_uses_it() {
        withDataDirectory().withBean(LastQuery.class).run(context -> {
            LastQuery lastQuery = context.getBean(LastQuery.class);
            HikariDataSource pool = context.getBean(HikariDataSource.class);

            context.close();

            assertThat(lastQuery.answer).isEqualTo(1);
            assertThat(pool.isClosed()).isTrue();
            assertThat(directory.processes().running()).isEmpty();
        });
    }

    @Test
    void an_application_that_fails_to_start_takes_its_database_along() {
        withDataDirectory().withBean(Failing.class).run(context -> {
            assertThat(context).hasFailed();
            assertThat(directory.processes().running()).isEmpty();
        });
    }

    @Test
    void a_configured_database_is_used_instead() {
        try (EmbeddedDatabaseServer external = EmbeddedDatabaseServer.start(temporary)) {
            application
                    .withPropertyValues(
                            "pizzeria.data-dir=/proc/not-to-be-touched",
                            "spring.datasource.url=" + external.jdbcUrl(),
                            "spring.datasource.username=" + external.username(),
                            "spring.datasource.password=" + external.password())
                    .run(context -> {
                        assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabaseServer.class);
                        assertThat(answer(context.getBean(JdbcClient.class))).isEqualTo(1);
                    });
        }
    }

    @Test
    void an_empty_setting_configures_no_database() {
        withDataDirectory()
                .withPropertyValues("spring.datasource.url=")
                .run(context -> assertThat(context).hasSingleBean(EmbeddedDatabaseServer.class));
    }

    private ApplicationContextRunner withDataDirectory() {
        return application.withPropertyValues("pizzeria.data-dir=" + temporary);
    }

    private static int answer(JdbcClient database) {
        return database.sql("select 1").query(Integer.class).single();
    }

    /** Uses the database when everything else is already going down. */
    static final class LastQuery implements DisposableBean {

        private final JdbcClient database;
        private int answer;

        LastQuery(JdbcClient database) {
            this.database = database;
        }

        @Override
        public void destroy() {
            answer = answer(database);
        }
    }

    static final class Failing {

        Failing(JdbcClient database) {
            throw new IllegalStateException("fails after " + answer(database) + " answer");
        }
    }
}
