package io.neuroglia.pizzeria.database;

import io.neuroglia.pizzeria.database.PostgresPrograms.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Gets the server of a cluster running, past what an earlier one has left in the way.
 *
 * @param cluster which cluster it is to serve
 */
record ServerStart(PostgresCluster cluster) {

    /** How long it may take until a passing hindrance is gone. */
    private static final Duration HINDRANCE = Duration.ofSeconds(30);

    private static final Duration STOP = Duration.ofSeconds(10);

    /** Starts the server, and returns the port that it listens on. */
    int onFreePort() throws IOException {
        Deadline deadline = Deadline.in(HINDRANCE);
        while (true) {
            new OrphanedServer(cluster).remove();
            int port = freePort();
            Outcome outcome = cluster.start(port);
            if (outcome.success()) {
                return port;
            }
            String reason = cluster.serverLog();
            if (deadline.hasPassed() || !isPassing(reason)) {
                cluster.stop(STOP);
                throw refused(outcome, reason);
            }
            Deadline.pause();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Whether it may help to try again: another program took the port in between, a dying server has not let go of its
     * memory, or one that was being started when its application was killed came first.
     */
    private static boolean isPassing(String reason) {
        return Stream.of("Address already in use", "shared memory block", "lock file \"postmaster.pid\"")
                .anyMatch(reason::contains);
    }

    private EmbeddedDatabaseException refused(Outcome outcome, String reason) {
        return new EmbeddedDatabaseException(
                "PostgreSQL does not start in " + cluster.path() + ": " + outcome.output() + "\n" + reason + "\n",
                "The data are untouched. Set right what it says above; or set pizzeria.data-dir to another folder, or"
                        + " spring.datasource.url to a PostgreSQL of your own.");
    }
}
