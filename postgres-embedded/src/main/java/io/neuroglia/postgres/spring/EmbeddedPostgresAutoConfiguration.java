package io.neuroglia.postgres.spring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.neuroglia.postgres.EmbeddedPostgres;
import io.neuroglia.postgres.EmbeddedPostgresBuilder;
import java.net.URLEncoder;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * Starts a PostgreSQL server when the application configures no database.
 *
 * <p>Everything that uses the database depends on the connection details, and these depend on the server. So the server
 * starts first and stops last, after the connection pool, even when the application fails to start.
 *
 * @since 0.1
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnClass(JdbcConnectionDetails.class)
@Conditional(OnNoOtherDatabase.class)
@ConditionalOnMissingBean({DataSource.class, JdbcConnectionDetails.class})
@EnableConfigurationProperties(EmbeddedPostgresProperties.class)
public final class EmbeddedPostgresAutoConfiguration {

    /** Called by Spring. */
    EmbeddedPostgresAutoConfiguration() {}

    /** Lazy: an application that excludes the auto-configured data source starts no server. */
    @Bean(destroyMethod = "close")
    @Lazy
    EmbeddedPostgres embeddedPostgres(EmbeddedPostgresProperties properties) {
        EmbeddedPostgresBuilder builder = EmbeddedPostgres.in(Path.of(properties.dataDir()))
                .port(properties.port())
                .stopTimeout(properties.stopTimeout());
        if (!properties.binaries().isBlank()) {
            builder.binaries(Path.of(properties.binaries()));
        }
        properties.settings().forEach(builder::setting);
        return builder.start();
    }

    @Bean
    @Lazy
    JdbcConnectionDetails embeddedPostgresConnectionDetails(
            EmbeddedPostgres server, @Value("${spring.application.name:}") String application) {
        String name = application.isBlank() ? "" : "?ApplicationName=" + URLEncoder.encode(application, UTF_8);
        return new ServerConnectionDetails(server.jdbcUrl() + name, server.username(), server.password());
    }

    private record ServerConnectionDetails(String url, String username, String password)
            implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return url;
        }
    }
}
