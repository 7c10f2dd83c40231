package io.neuroglia.pizzeria.database;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier application may have left because it, or its server, was killed: a server that lives on, workers
 * without their server, a {@code postmaster.pid} that names nobody or a stranger.
 *
 * <p>Whoever removes it must hold the {@link DataDirectoryLock}: then no application stands behind that server.
 *
 * @param cluster which cluster it worked on
 */
record OrphanedServer(PostgresCluster cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration ORDERLY_END = Duration.ofSeconds(30);
    private static final Duration WORKERS_END = Duration.ofSeconds(2);

    void remove() throws IOException {
        if (cluster.stop(ORDERLY_END)) {
            LOG.warn("Stopped the database server that a killed application had left in {}.", cluster.path());
        }
        endWorkers();
        removeMisleadingFile();
    }

    /** Workers notice that their server is gone, but not while they compute, and keep a new server from starting. */
    private void endWorkers() {
        ServerProcesses processes = cluster.processes();
        if (!Deadline.in(WORKERS_END).await(() -> processes.running().isEmpty())) {
            List<ProcessHandle> workers = processes.running();
            LOG.warn("Ending the workers that a killed database server has left in {}: {}", cluster.path(), workers);
            workers.forEach(ProcessHandle::destroyForcibly);
            Deadline.in(WORKERS_END).await(() -> processes.running().isEmpty());
        }
    }

    /**
     * A server refuses to start when the file is empty, or names a process that is alive, even if that is none of its
     * kind. A file that names a dead process it replaces by itself, and reads from it what to clean up.
     */
    private void removeMisleadingFile() throws IOException {
        PostmasterFile file = PostmasterFile.of(cluster.path());
        if (!file.exists() || cluster.server().isPresent()) {
            return;
        }
        OptionalLong pid = file.pid();
        if (pid.isEmpty() || ProcessHandle.of(pid.getAsLong()).isPresent()) {
            LOG.warn("Removing {}: it names no server of this directory.", file.path());
            file.delete();
        }
    }
}
