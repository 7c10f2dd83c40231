package io.neuroglia.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test leaves something behind; the next start must succeed and find the one pizza. */
class LeftoverServerIT {

    private static final ServerSettings SETTINGS = new ServerSettings(Map.of(), true);

    @TempDir
    static Path temporary;

    private static Cluster cluster;

    @BeforeAll
    static void createDatabaseWithOnePizza() throws Exception {
        cluster = TestServers.cluster(temporary, ServerAccount.current());
        try (EmbeddedPostgres server = TestServers.in(temporary).start()) {
            Sql.on(server).execute("create table pizza (id int)");
            Sql.on(server).execute("insert into pizza values (1)");
        }
    }

    @AfterEach
    void removeWhatAFailedTestLeaves() throws IOException {
        new LeftoverServer(cluster).remove();
    }

    @Test
    void a_server_that_outlived_its_application_is_stopped() throws Exception {
        ProcessHandle leftover = startLeftover();

        assertThatOnePizzaIsThere();

        assertThat(cluster.processes().contains(leftover)).isFalse();
    }

    @Test
    void a_server_that_is_only_just_starting_is_stopped() throws Exception {
        CompletableFuture<?> starting = CompletableFuture.runAsync(() -> {
            try {
                cluster.start(SETTINGS, ServerStart.freePort());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThatOnePizzaIsThere();

        starting.get(10, SECONDS);
    }

    @Test
    void a_killed_server_does_not_prevent_the_start() throws Exception {
        kill(startLeftover());

        assertThatOnePizzaIsThere();
    }

    @Test
    void a_killed_server_with_killed_workers_does_not_prevent_the_start() throws Exception {
        startLeftover();
        cluster.processes().running().forEach(ProcessHandle::destroyForcibly);

        assertThatOnePizzaIsThere();
    }

    @Test
    void a_worker_that_still_computes_after_its_server_was_killed_is_killed() throws Exception {
        int port = ServerStart.freePort();
        cluster.start(SETTINGS, port);
        ProcessHandle server = cluster.processes().server().orElseThrow();
        try (Connection connection = dataSource(port).getConnection()) {
            CompletableFuture<?> computation = CompletableFuture.runAsync(() -> computeForHours(connection));
            Await.until("the worker computes", () -> isComputing(port));

            kill(server);

            assertThat(cluster.processes().running()).isNotEmpty();
            assertThatOnePizzaIsThere();
            assertThat(computation).failsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_file_that_names_an_ended_process_does_not_prevent_the_start() throws Exception {
        Process ended = new ProcessBuilder("sh", "-c", "true").start();
        ended.waitFor();
        writePostmasterFile(Long.toString(ended.pid()));

        assertThatOnePizzaIsThere();
    }

    @Test
    void an_unrelated_process_with_the_recorded_process_id_is_left_alone() throws Exception {
        Process unrelated = new ProcessBuilder("sh", "-c", "read line").start();
        try {
            writePostmasterFile(Long.toString(unrelated.pid()));

            assertThatOnePizzaIsThere();

            assertThat(unrelated.isAlive()).isTrue();
        } finally {
            unrelated.destroyForcibly();
        }
    }

    @Test
    void an_empty_file_does_not_prevent_the_start() throws Exception {
        writePostmasterFile("");

        assertThatOnePizzaIsThere();
    }

    private ProcessHandle startLeftover() throws IOException {
        cluster.start(SETTINGS, ServerStart.freePort());
        return cluster.processes().server().orElseThrow();
    }

    private void kill(ProcessHandle server) {
        server.destroyForcibly();
        // Not onExit(): a dead process counts as alive until its parent has taken notice.
        Await.until("the server is dead", () -> !cluster.processes().contains(server));
    }

    private void writePostmasterFile(String processId) throws IOException {
        Files.writeString(
                cluster.processes().postmasterFile(),
                processId.isEmpty() ? "" : processId + "\n" + cluster.path() + "\n1795434255\n5432\n\n127.0.0.1\n");
    }

    private void assertThatOnePizzaIsThere() throws SQLException {
        try (EmbeddedPostgres server = TestServers.in(temporary).start()) {
            assertThat(Sql.on(server).query("select count(*) from pizza")).isEqualTo("1");
        }
    }

    private static DataSource dataSource(int port) throws IOException {
        return new ServerAddress(port, cluster.password()).dataSource(ServerAddress.DATABASE);
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
            return new Sql(dataSource(port))
                    .query("select count(*) > 0 from pg_stat_activity"
                            + " where state = 'active' and query like '%generate_series%' and pid <> pg_backend_pid()")
                    .equals("t");
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }
}
