package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What remains after an earlier application or its server was killed: a running server, workers without a server, or a
 * {@code postmaster.pid} that names no process or an unrelated one.
 *
 * <p>The caller must hold the {@link DirectoryLock}; then no application uses that server.
 *
 * @param cluster the cluster it worked on
 */
record LeftoverServer(Cluster cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration WORKERS_END = Duration.ofSeconds(2);

    void remove() throws IOException {
        if (cluster.stop(STOP)) {
            LOG.warn("Stopped the PostgreSQL server that a killed application left in {}", cluster.path());
        }
        endWorkers();
        removeMisleadingFile();
    }

    /** Workers notice the death of their server, but not while they compute; until then no new server can start. */
    private void endWorkers() throws IOException {
        ServerProcesses processes = cluster.processes();
        if (!Deadline.in(WORKERS_END).await(() -> processes.running().isEmpty())) {
            List<ProcessHandle> workers = processes.running();
            LOG.warn("Killing the workers that a killed PostgreSQL server left in {}: {}", cluster.path(), workers);
            processes.kill(WORKERS_END);
        }
    }

    /**
     * A server refuses to start if the file is empty or names a living process, even an unrelated one. If the file names
     * a dead process, the server replaces it and cleans up using its contents.
     */
    private void removeMisleadingFile() throws IOException {
        ServerProcesses processes = cluster.processes();
        Path file = processes.postmasterFile();
        if (!Files.exists(file) || processes.server().isPresent()) {
            return;
        }
        OptionalLong pid = processes.recordedPid();
        if (pid.isEmpty() || ProcessHandle.of(pid.getAsLong()).isPresent()) {
            LOG.warn("Removing {}, which names no server of this directory", file);
            Files.deleteIfExists(file);
        }
    }
}
