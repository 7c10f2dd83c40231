package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TemporaryServerIT {

    @Test
    void it_leaves_nothing_behind() throws Exception {
        Path directory;
        try (EmbeddedPostgres server = EmbeddedPostgres.temporary().start()) {
            directory = directoryOf(server);
            assertThat(Sql.on(server).query("show fsync")).isEqualTo("off");
            assertThat(directory).exists();
        }

        assertThat(directory).doesNotExist();
    }

    @Test
    void it_can_be_durable() throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.temporary().durable(true).start()) {
            assertThat(Sql.on(server).query("show fsync")).isEqualTo("on");
        }
    }

    @Test
    void it_ends_with_its_jvm() throws Exception {
        try (JavaProcess application = JavaProcess.run(TemporaryServerIT.class, Path.of(""))) {
            Path directory = Path.of(application.awaitLine("directory:"));
            assertThat(TestServers.isRunningIn(directory)).isTrue();

            application.terminate();
            application.awaitEnd();

            assertThat(directory).doesNotExist();
        }
    }

    @Test
    void the_next_one_removes_a_server_whose_jvm_was_killed() throws Exception {
        Path directory;
        try (JavaProcess application = JavaProcess.run(TemporaryServerIT.class, Path.of(""))) {
            directory = Path.of(application.awaitLine("directory:"));
            application.kill();
        }
        ServerProcesses processes = TestServers.processes(directory);
        assertThat(processes.running()).isNotEmpty();
        makeOld(directory);

        EmbeddedPostgres.temporary().start().close();

        assertThat(processes.running()).isEmpty();
        assertThat(directory).doesNotExist();
    }

    @Test
    void the_next_one_leaves_alone_what_is_in_use() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.temporary().start()) {
            makeOld(directoryOf(server));

            EmbeddedPostgres.temporary().start().close();

            assertThat(Sql.on(server).query("select 1")).isEqualTo("1");
        }
    }

    private static void makeOld(Path directory) throws Exception {
        Files.setLastModifiedTime(directory, FileTime.from(Instant.now().minusSeconds(3_600)));
    }

    private static Path directoryOf(EmbeddedPostgres server) throws Exception {
        return Path.of(Sql.on(server).query("show data_directory")).getParent();
    }

    /** Starts a temporary server, and waits to be ended. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.temporary().start();
        System.out.println("directory: " + directoryOf(server));
        Thread.currentThread().join();
    }
}
