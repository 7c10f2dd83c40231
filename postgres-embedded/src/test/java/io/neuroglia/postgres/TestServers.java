package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Durable servers that share their unpacked programs. */
public final class TestServers {

    private static final Path UNPACKED = Path.of("target", "unpacked").toAbsolutePath();

    private TestServers() {}

    public static EmbeddedPostgresBuilder in(Path directory) {
        return EmbeddedPostgres.in(directory).unpackIn(UNPACKED);
    }

    static Cluster cluster(Path directory, ServerAccount account) throws IOException {
        ServerDirectory server = ServerDirectory.at(directory);
        account.own(server.root());
        Path home = PostgresArchive.home(null, Files.createDirectories(UNPACKED));
        return new Cluster(server, new PostgresPrograms(home, server.root(), account));
    }

    /** Returns whether a server, or a worker of one, works in the directory. */
    public static boolean isRunningIn(Path directory) {
        return !processes(directory).running().isEmpty();
    }

    /** Kills the server that works in the directory, and its workers. */
    public static void killIn(Path directory) throws IOException {
        if (!processes(directory).kill(Await.LIMIT)) {
            throw new AssertionError("The server in " + directory + " cannot be killed");
        }
    }

    static ServerProcesses processes(Path directory) {
        return new ServerProcesses(ServerDirectory.at(directory).cluster());
    }
}
