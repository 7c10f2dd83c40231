package io.neuroglia.testing.postgres;

import io.neuroglia.postgres.EmbeddedPostgres;
import io.neuroglia.postgres.EmbeddedPostgresBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The server that all tests of this JVM share: started on first use, stopped with the JVM. */
final class SharedServer {
    /** Names another PostgreSQL than the one on the class path. */
    private static final String BINARIES = "neuroglia.testing.postgres-binaries";

    private static @Nullable EmbeddedPostgres running;

    private SharedServer() {}

    /** A failed start is attempted again by the next test, which then reports the reason, too. */
    static synchronized EmbeddedPostgres get() {
        EmbeddedPostgres server = running;
        if (server == null) {
            server = start();
            running = server;
        }
        return server;
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgresBuilder builder = EmbeddedPostgres.temporary();
        String binaries = System.getProperty(BINARIES, "");
        return binaries.isBlank()
                ? builder.start()
                : builder.binaries(Path.of(binaries)).start();
    }
}
