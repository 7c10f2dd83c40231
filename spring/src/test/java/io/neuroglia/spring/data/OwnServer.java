package io.neuroglia.spring.data;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of a test's own, with all that makes commits durable, which can be killed and started again on the
 * same port. Not thread-safe.
 */
final class OwnServer implements AutoCloseable {
    private final Path directory;
    private EmbeddedPostgres running;
    private final int port;

    OwnServer(Path directory) throws IOException {
        this.directory = directory.resolve("data");
        this.running = start(0);
        this.port = running.getPort();
    }

    String jdbcUrl() {
        return running.getJdbcUrl("postgres", "postgres");
    }

    /** Ends the server and all its sessions at once, as a crash of its machine would. */
    void kill() throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(directory.resolve("postmaster.pid")).getFirst()))
                .orElseThrow();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        postmaster.destroyForcibly();
        for (ProcessHandle each : processes) {
            each.onExit().get(10, TimeUnit.SECONDS);
        }
        running.close();
    }

    /** On the data that the last one has left. */
    void start() {
        Await.until("the server has started again", () -> {
            EmbeddedPostgres started = tryToStart();
            if (started != null) {
                running = started;
            }
            return started != null;
        });
    }

    private @Nullable EmbeddedPostgres tryToStart() {
        try {
            return start(port);
        } catch (IOException | IllegalStateException notYet) {
            return null;
        }
    }

    private EmbeddedPostgres start(int wantedPort) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(wantedPort)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
