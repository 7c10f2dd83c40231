package io.neuroglia.postgres;

import io.neuroglia.postgres.PostgresPrograms.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Starts the server of a cluster, whatever an earlier one left behind.
 *
 * @param cluster the cluster to serve
 * @param settings the server's settings
 */
record ServerStart(Cluster cluster, ServerSettings settings) {

    /** How long a temporary obstacle may last. */
    private static final Duration OBSTACLE = Duration.ofSeconds(30);

    private static final Duration STOP = Duration.ofSeconds(10);

    /**
     * Starts the server.
     *
     * @param wanted the port; 0 for any free one
     * @return the port that the server listens on
     */
    int onPort(int wanted) throws IOException {
        Deadline deadline = Deadline.in(OBSTACLE);
        while (true) {
            new LeftoverServer(cluster).remove();
            int port = wanted == 0 ? freePort() : wanted;
            Outcome outcome = cluster.start(settings, port);
            if (outcome.success()) {
                return port;
            }
            String log = cluster.serverLog();
            if (deadline.hasPassed() || !isTemporary(log, wanted)) {
                cluster.stop(STOP);
                throw refused(outcome, log);
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
     * Another program may have taken the free port, a dying server may still hold its memory, and a server whose
     * application was killed during the start may come first.
     */
    private static boolean isTemporary(String log, int wanted) {
        boolean portTaken = log.contains("Address already in use");
        return portTaken
                ? wanted == 0
                : Stream.of("shared memory block", "lock file \"postmaster.pid\"")
                        .anyMatch(log::contains);
    }

    private EmbeddedPostgresException refused(Outcome outcome, String log) {
        return new EmbeddedPostgresException(
                "PostgreSQL does not start in " + cluster.path() + ": " + outcome.output() + "\n" + log + "\n",
                "The data are unchanged. Solve the problem above, or use another directory.");
    }
}
