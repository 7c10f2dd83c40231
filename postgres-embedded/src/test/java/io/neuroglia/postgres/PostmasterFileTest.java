package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmasterFileTest {

    @TempDir
    Path cluster;

    @Test
    void the_first_line_is_the_process_id() throws IOException {
        write("13328\n/var/data/cluster\n1795434255\n45433\n\n127.0.0.1\n  2204615         9\nready   \n");

        assertThat(processes().recordedPid()).hasValue(13328);
    }

    @Test
    void a_file_that_is_missing_names_no_process() throws IOException {
        assertThat(processes().recordedPid()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n13328\n", "  \n", "postgres\n", "-13328\n", "0\n", "13328x\n", "13 328\n"})
    void a_file_with_something_else_on_its_first_line_names_no_process(String content) throws IOException {
        write(content);

        assertThat(processes().recordedPid()).isEmpty();
    }

    @Test
    void a_number_beyond_every_process_id_names_no_process() throws IOException {
        write("9".repeat(40));

        assertThat(processes().recordedPid()).isEmpty();
    }

    @Test
    void a_file_of_garbage_names_no_process() throws IOException {
        Files.write(cluster.resolve("postmaster.pid"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10, 13});

        assertThat(processes().recordedPid()).isEmpty();
    }

    private ServerProcesses processes() {
        return new ServerProcesses(cluster);
    }

    private void write(String content) throws IOException {
        Files.writeString(cluster.resolve("postmaster.pid"), content);
    }
}
