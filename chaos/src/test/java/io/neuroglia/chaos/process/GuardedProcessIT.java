package io.neuroglia.chaos.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing outlives the one who started it. */
@EnabledOnOs(OS.LINUX)
class GuardedProcessIT {
    private static final List<String> LONG_SLEEP = List.of("sleep", "600");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void a_process_is_killed_and_tells_so() throws Exception {
        GuardedProcess process = GuardedProcess.launch(LONG_SLEEP, folder.resolve("log"), "KILL");
        assertThat(process.isAlive()).isTrue();

        process.kill();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.end()).isEqualTo(128 + 9);
    }

    @Test
    void a_process_that_ends_by_itself_tells_how() throws Exception {
        GuardedProcess process = GuardedProcess.launch(List.of("sh", "-c", "exit 7"), folder.resolve("log"), "KILL");

        assertThat(process.awaitEnd(PATIENCE)).isTrue();

        assertThat(process.end()).isEqualTo(7);
    }

    @Test
    void a_stopped_process_ends_when_the_one_who_started_it_is_killed() throws Exception {
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.resolve("log").toString())
                .start();
        try (BufferedReader output = starter.inputReader()) {
            ProcessHandle orphan =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(orphan.isAlive()).isTrue();

            starter.destroyForcibly().waitFor();

            orphan.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            starter.destroyForcibly();
        }
    }

    /** Starts a process, stops it, and waits to be killed. */
    static final class Starter {
        private Starter() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            GuardedProcess process = GuardedProcess.launch(LONG_SLEEP, Path.of(arguments[0]), "KILL");
            process.signal("STOP");
            System.out.println(process.pid());
            Thread.currentThread().join();
        }
    }
}
