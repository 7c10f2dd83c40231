package io.neuroglia.postgres;

import io.neuroglia.postgres.PostgresPrograms.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server of a cluster, whatever an earlier one left behind.
 *
 * @param cluster the cluster to serve
 * @param settings the server's settings
 */
record ServerStart(Cluster cluster, ServerSettings settings) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);

    /** How long a temporary obstacle may last. */
    private static final Duration OBSTACLE = Duration.ofSeconds(30);

    private static final Duration STOP = Duration.ofSeconds(10);

    /**
     * Starts the server and verifies its settings.
     *
     * @param wanted the port; 0 for any free one
     */
    ServerAddress onPort(int wanted) throws IOException {
        long begin = System.nanoTime();
        ServerAddress address = new ServerAddress(launch(wanted), cluster.password());
        try {
            verify(address, begin);
            return address;
        } catch (IOException | RuntimeException e) {
            cluster.stop(STOP);
            throw e;
        }
    }

    private int launch(int wanted) throws IOException {
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

    private void verify(ServerAddress address, long begin) throws IOException {
        try (Connection connection = address.dataSource(ServerAddress.DATABASE).getConnection()) {
            settings.verify(connection, cluster.path());
            LOG.info(
                    "PostgreSQL {} listens on port {} and keeps its data in {}; started in {} ms",
                    connection.getMetaData().getDatabaseProductVersion(),
                    address.port(),
                    cluster.directory().root(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
        } catch (SQLException e) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL in " + cluster.path() + " started, but refuses connections: " + e.getMessage() + ".",
                    "If its password was changed, change it back to the one in " + cluster.passwordFile() + ".",
                    e);
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
