package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ServerProcessesTest {

    @TempDir
    Path folder;

    private @Nullable Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_postgres_in_the_clusters_directory_is_one_of_its_processes() throws IOException {
        ProcessHandle server = start("postgres", "cluster");

        assertThat(processes().contains(server)).isTrue();
        assertThat(processes().running()).containsExactly(server);
    }

    @Test
    void a_postgres_elsewhere_is_not() throws IOException {
        ProcessHandle stranger = start("postgres", "other");

        assertThat(processes().contains(stranger)).isFalse();
    }

    @Test
    void another_program_in_the_clusters_directory_is_not() throws IOException {
        ProcessHandle shell = start("shell", "cluster");

        assertThat(processes().contains(shell)).isFalse();
        assertThat(processes().running()).isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_not() throws Exception {
        ProcessHandle server = start("postgres", "cluster");

        end();

        assertThat(processes().contains(server)).isFalse();
    }

    private ServerProcesses processes() {
        return new ServerProcesses(folder.resolve("cluster"));
    }

    /** Runs a shell that only waits for its input, under another name. */
    private ProcessHandle start(String name, String workingDirectory) throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("cluster"));
        Path program = Files.copy(Path.of("/bin/sh").toRealPath(), folder.resolve(name));
        process = new ProcessBuilder(program.toString(), "-c", "read line")
                .directory(Files.createDirectories(cluster.resolveSibling(workingDirectory))
                        .toFile())
                .start();
        return process.toHandle();
    }
}
