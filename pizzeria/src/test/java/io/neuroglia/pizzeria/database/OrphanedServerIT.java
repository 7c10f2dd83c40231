package io.neuroglia.pizzeria.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test leaves something in the way of the next start, which must find the one pizza all the same. */
class OrphanedServerIT {

    @TempDir
    static Path temporary;

    private static TestDataDirectory directory;

    @BeforeAll
    static void makeDatabaseWithOnePizza() throws Exception {
        directory = TestDataDirectory.at(temporary);
        try (EmbeddedDatabaseServer server = EmbeddedDatabaseServer.start(temporary)) {
            Sql.on(server).execute("create table pizza (id int)");
            Sql.on(server).execute("insert into pizza values (1)");
        }
    }

    @AfterEach
    void removeWhatAFailedTestLeaves() throws IOException {
        new OrphanedServer(directory.cluster()).remove();
    }

    @AfterAll
    static void unlink() throws IOException {
        directory.unlink();
    }

    @Test
    void a_server_that_outlived_its_application_is_stopped() throws Exception {
        ProcessHandle orphan = startOrphan();

        assertThatOnePizzaIsThere();

        assertThat(directory.processes().contains(orphan)).isFalse();
    }

    @Test
    void a_server_that_is_only_just_starting_is_stopped() throws Exception {
        CompletableFuture<?> starting = CompletableFuture.runAsync(() -> {
            try {
                directory.cluster().start(ServerStart.freePort());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThatOnePizzaIsThere();

        starting.get(10, SECONDS);
    }

    @Test
    void a_killed_server_is_no_hindrance() throws Exception {
        kill(startOrphan());

        assertThatOnePizzaIsThere();
    }

    @Test
    void a_killed_server_and_its_killed_workers_are_no_hindrance() throws Exception {
        startOrphan();
        directory.processes().running().forEach(ProcessHandle::destroyForcibly);

        assertThatOnePizzaIsThere();
    }

    @Test
    void a_worker_that_computes_on_after_its_server_was_killed_is_ended() throws Exception {
        int port = ServerStart.freePort();
        directory.cluster().start(port);
        ProcessHandle server = directory.cluster().server().orElseThrow();
        try (Connection connection = sql(port).connect()) {
            CompletableFuture<?> computation = CompletableFuture.runAsync(() -> computeForHours(connection));
            await(() -> isComputing(port));

            kill(server);

            assertThat(directory.processes().running()).isNotEmpty();
            assertThatOnePizzaIsThere();
            assertThat(computation).failsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_file_that_names_a_process_which_has_ended_is_no_hindrance() throws Exception {
        Process ended = new ProcessBuilder("sh", "-c", "true").start();
        ended.waitFor();
        writePostmasterFile(Long.toString(ended.pid()));

        assertThatOnePizzaIsThere();
    }

    @Test
    void a_stranger_that_got_the_servers_process_id_is_let_alone() throws Exception {
        Process stranger = new ProcessBuilder("sh", "-c", "read line").start();
        try {
            writePostmasterFile(Long.toString(stranger.pid()));

            assertThatOnePizzaIsThere();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void an_empty_file_is_no_hindrance() throws Exception {
        writePostmasterFile("");

        assertThatOnePizzaIsThere();
    }

    private ProcessHandle startOrphan() throws IOException {
        directory.cluster().start(ServerStart.freePort());
        return directory.cluster().server().orElseThrow();
    }

    private void kill(ProcessHandle server) {
        server.destroyForcibly();
        // Not onExit(): a dead process counts as alive until its parent has taken notice.
        await(() -> !directory.processes().contains(server));
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Deadline.in(Duration.ofSeconds(10)).await(condition)).isTrue();
    }

    private void writePostmasterFile(String processId) throws IOException {
        Path cluster = directory.processes().cluster();
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                processId.isEmpty() ? "" : processId + "\n" + cluster + "\n1795434255\n5432\n\n127.0.0.1\n");
    }

    private void assertThatOnePizzaIsThere() throws SQLException {
        try (EmbeddedDatabaseServer server = EmbeddedDatabaseServer.start(temporary)) {
            assertThat(Sql.on(server).query("select count(*) from pizza")).isEqualTo("1");
        }
    }

    private Sql sql(int port) throws IOException {
        return new Sql(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                directory.cluster().password());
    }

    private static void computeForHours(Connection connection) {
        try {
            connection
                    .createStatement()
                    .execute("select count(*) from (select generate_series(1, 1000000000000)) numbers");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isComputing(int port) {
        try {
            return sql(port)
                    .query("select count(*) > 0 from pg_stat_activity"
                            + " where state = 'active' and query like '%generate_series%' and pid <> pg_backend_pid()")
                    .equals("t");
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }
}
