package io.neuroglia.postgres.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.postgres.EmbeddedPostgres;
import io.neuroglia.postgres.TestServers;
import java.nio.file.Path;
import javax.sql.DataSource;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresAutoConfigurationIT {

    private static final String UNTOUCHED = "neuroglia.postgres.data-dir=/proc/untouched";

    @TempDir
    static Path directory;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    EmbeddedPostgresAutoConfiguration.class,
                    DataSourceAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class));

    /** A start of the server would fail, because it cannot create this directory. */
    private final ApplicationContextRunner withoutDataSource = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(EmbeddedPostgresAutoConfiguration.class))
            .withPropertyValues(UNTOUCHED);

    @Test
    void an_application_without_a_configured_database_has_its_own() {
        withDataDirectory()
                .withPropertyValues("spring.application.name=Luigi's & Mario's", "spring.datasource.url=")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(EmbeddedPostgres.class);
                    assertThat(context.getBean(JdbcClient.class)
                                    .sql("show application_name")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("Luigi's & Mario's");
                    assertThat(TestServers.isRunningIn(directory)).isTrue();
                });

        assertThat(TestServers.isRunningIn(directory)).isFalse();
    }

    @Test
    void the_server_has_the_settings_of_the_application() {
        withDataDirectory()
                .withPropertyValues("neuroglia.postgres.settings.work_mem=5MB")
                .run(context -> assertThat(context.getBean(JdbcClient.class)
                                .sql("show work_mem")
                                .query(String.class)
                                .single())
                        .isEqualTo("5MB"));
    }

    @Test
    void the_server_stops_after_everything_that_uses_it() {
        withDataDirectory().withBean(LastQuery.class).run(context -> {
            LastQuery lastQuery = context.getBean(LastQuery.class);
            HikariDataSource pool = context.getBean(HikariDataSource.class);

            context.close();

            assertThat(lastQuery.answer).isEqualTo(1);
            assertThat(pool.isClosed()).isTrue();
            assertThat(TestServers.isRunningIn(directory)).isFalse();
        });
    }

    @Test
    void the_server_stops_when_the_application_fails_to_start() {
        withDataDirectory().withBean(Failing.class).run(context -> {
            assertThat(context).hasFailed();
            assertThat(TestServers.isRunningIn(directory)).isFalse();
        });
    }

    @Test
    void a_configured_database_is_used_instead() {
        try (EmbeddedPostgres external = TestServers.in(directory).start()) {
            application
                    .withPropertyValues(
                            UNTOUCHED,
                            "spring.datasource.url=" + external.jdbcUrl(),
                            "spring.datasource.username=" + external.username(),
                            "spring.datasource.password=" + external.password())
                    .run(context -> {
                        assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class);
                        assertThat(answer(context.getBean(JdbcClient.class))).isEqualTo(1);
                    });
        }
    }

    @Test
    void a_data_source_of_the_application_is_used_instead() {
        application
                .withPropertyValues(UNTOUCHED, "spring.flyway.enabled=false")
                .withBean(DataSource.class, PGSimpleDataSource::new)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class));
    }

    @Test
    void connection_details_of_another_provider_are_used_instead() {
        application
                .withPropertyValues(UNTOUCHED, "spring.flyway.enabled=false")
                .withBean(JdbcConnectionDetails.class, OtherDatabase::new)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class));
    }

    @Test
    void it_can_be_switched_off() {
        withoutDataSource
                .withPropertyValues("neuroglia.postgres.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class));
    }

    @Test
    void an_in_memory_database_is_used_instead_unless_the_server_is_asked_for() {
        ApplicationContextRunner withH2 = withoutDataSource.withClassLoader(classPathWithH2());

        withH2.run(context -> assertThat(context).doesNotHaveBean(EmbeddedPostgres.class));
        withH2.withPropertyValues("neuroglia.postgres.enabled=true")
                .run(context -> assertThat(context.getBeanFactory().containsBeanDefinition("embeddedPostgres"))
                        .isTrue());
    }

    @Test
    void no_server_starts_while_nothing_asks_for_its_address() {
        withoutDataSource.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBeanFactory().containsBeanDefinition("embeddedPostgres"))
                    .isTrue();
        });
    }

    @Test
    void an_application_without_jdbc_is_left_alone() {
        withoutDataSource
                .withClassLoader(new FilteredClassLoader(JdbcConnectionDetails.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class));
    }

    private static ClassLoader classPathWithH2() {
        return new ByteBuddy()
                .subclass(Object.class)
                .name("org.h2.Driver")
                .make()
                .load(EmbeddedPostgres.class.getClassLoader())
                .getLoaded()
                .getClassLoader();
    }

    private ApplicationContextRunner withDataDirectory() {
        return application.withPropertyValues("neuroglia.postgres.data-dir=" + directory);
    }

    private static int answer(JdbcClient database) {
        return database.sql("select 1").query(Integer.class).single();
    }

    /** Uses the database while the application closes. */
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
            throw new IllegalStateException("fails after answer " + answer(database));
        }
    }

    static final class OtherDatabase implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "other";
        }

        @Override
        public String getPassword() {
            return "other";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://127.0.0.1:1/other";
        }
    }
}
