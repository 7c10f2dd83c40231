package io.neuroglia.pizzeria.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {

    @TempDir
    Path folder;

    @Test
    void a_second_application_in_this_process_is_told_which_directory_is_in_use_and_what_to_do() {
        try (DataDirectoryLock first = acquire()) {

            assertThatThrownBy(this::acquire)
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .hasMessageContaining("set pizzeria.data-dir to another folder");
        }
    }

    @Test
    void another_process_is_refused_also_after_an_attempt_in_the_holders_own() throws Exception {
        try (DataDirectoryLock first = acquire()) {
            assertThatThrownBy(this::acquire).isInstanceOf(EmbeddedDatabaseException.class);

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
    void a_lock_that_was_given_back_can_be_taken_again() {
        acquire().close();

        assertThatCode(() -> acquire().close()).doesNotThrowAnyException();
    }

    @Test
    void two_directories_have_nothing_to_do_with_each_other() {
        try (DataDirectoryLock first = acquire()) {

            assertThatCode(() -> DataDirectoryLock.acquire(DataDirectory.in(folder.resolve("other")))
                            .close())
                    .doesNotThrowAnyException();
        }
    }

    private DataDirectoryLock acquire() {
        return DataDirectoryLock.acquire(DataDirectory.in(folder));
    }
}
