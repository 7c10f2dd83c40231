package io.neuroglia.testing.postgres;

import io.neuroglia.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** The server that all tests of this JVM share: started on first use, stopped with the JVM. */
final class SharedServer {
    private static @Nullable EmbeddedPostgres running;

    private SharedServer() {}

    /** A failed start is attempted again by the next test, which then reports the reason, too. */
    static synchronized EmbeddedPostgres get() {
        EmbeddedPostgres server = running;
        if (server == null) {
            server = EmbeddedPostgres.temporary().start();
            running = server;
        }
        return server;
    }
}
