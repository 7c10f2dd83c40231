package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @TempDir
    Path folder;

    @Test
    void a_second_application_in_this_process_learns_which_directory_is_in_use_and_what_to_do() {
        try (DirectoryLock first = acquire()) {

            assertThatThrownBy(this::acquire)
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .hasMessageContaining("use another directory");
        }
    }

    @Test
    void another_process_is_refused_even_after_a_failed_attempt_in_the_owner() throws Exception {
        try (DirectoryLock first = acquire()) {
            assertThatThrownBy(this::acquire).isInstanceOf(EmbeddedPostgresException.class);

            try (LockingProcess other = LockingProcess.on(folder)) {
                assertThat(other.outcome())
                        .contains(folder + " is in use")
                        .contains("process " + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void a_killed_process_leaves_no_lock() throws Exception {
        try (LockingProcess other = LockingProcess.on(folder)) {
            assertThat(other.outcome()).isEqualTo("locked");
            assertThatThrownBy(this::acquire).hasMessageContaining("process " + other.pid());

            other.kill();

            assertThatCode(() -> acquire().close()).doesNotThrowAnyException();
        }
    }

    @Test
    void a_released_lock_can_be_acquired_again() {
        acquire().close();

        assertThatCode(() -> acquire().close()).doesNotThrowAnyException();
    }

    @Test
    void two_directories_are_independent() {
        try (DirectoryLock first = acquire()) {

            assertThatCode(() -> DirectoryLock.acquire(ServerDirectory.at(folder.resolve("other")))
                            .close())
                    .doesNotThrowAnyException();
        }
    }

    private DirectoryLock acquire() {
        return DirectoryLock.acquire(ServerDirectory.at(folder));
    }
}
