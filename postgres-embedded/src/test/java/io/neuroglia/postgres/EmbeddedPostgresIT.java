package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    @TempDir
    static Path temporary;

    private static Path directory;

    private final List<EmbeddedPostgres> started = new ArrayList<>();

    @BeforeAll
    static void chooseDirectory() {
        directory = temporary.resolve("Luigi's data");
    }

    @AfterEach
    void stopAll() {
        started.forEach(EmbeddedPostgres::close);
    }

    @Nested
    class WhileItRuns {

        @Test
        void commits_are_durable() throws SQLException {
            EmbeddedPostgres server = start();

            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(Sql.on(server).query("show " + setting)).as(setting).isEqualTo("on");
            }
        }

        @Test
        void it_is_reachable_on_the_loopback_interface_and_with_its_password_only() throws SQLException {
            EmbeddedPostgres server = start();

            assertThat(Sql.on(server).query("show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Sql.on(server).query("show unix_socket_directories")).isEmpty();
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.username(), "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThatCode(() -> DriverManager.getConnection(server.jdbcUrlWithCredentials("postgres"))
                            .close())
                    .doesNotThrowAnyException();
        }

        @Test
        void it_has_the_chosen_port_and_settings() throws Exception {
            int port = ServerStart.freePort();

            EmbeddedPostgres server =
                    start(in().port(port).setting("work_mem", "5MB").setting("cluster_name", "Luigi's \"best\" $HOME"));

            assertThat(server.port()).isEqualTo(port);
            assertThat(Sql.on(server).query("show port")).isEqualTo(Integer.toString(port));
            assertThat(Sql.on(server).query("show work_mem")).isEqualTo("5MB");
            assertThat(Sql.on(server).query("show cluster_name")).isEqualTo("Luigi's \"best\" $HOME");
        }

        @Test
        void a_second_application_on_the_directory_is_refused_and_does_no_harm() throws SQLException {
            EmbeddedPostgres first = start();
            createTableWithOneRow(first, "shared");

            assertThatThrownBy(EmbeddedPostgresIT.this::start)
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining(directory + " is in use");

            assertThat(Sql.on(first).query("select count(*) from shared")).isEqualTo("1");
        }
    }

    @Nested
    class WhenItIsClosed {

        @Test
        void the_data_survive_until_the_next_start() throws SQLException {
            EmbeddedPostgres first = start();
            createTableWithOneRow(first, "survivors");
            first.close();

            EmbeddedPostgres second = start();

            assertThat(Sql.on(second).query("select count(*) from survivors")).isEqualTo("1");
        }

        @Test
        void open_connections_end() throws Exception {
            EmbeddedPostgres server = start();
            try (Connection connection = server.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("create table unfinished (id int)");

                server.close();

                assertThat(TestServers.isRunningIn(directory)).isFalse();
                assertThatThrownBy(() -> connection.createStatement().execute("select 1"))
                        .isInstanceOf(SQLException.class);
            }
        }

        @Test
        void closing_it_again_does_not_stop_its_successor() throws SQLException {
            EmbeddedPostgres first = start();
            first.close();
            EmbeddedPostgres second = start();

            first.close();

            assertThat(Sql.on(second).query("select 1")).isEqualTo("1");
            assertThatThrownBy(first::restart).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class WhenItIsKilled {

        @Test
        void it_can_be_restarted_on_its_port_with_what_was_committed() throws SQLException {
            EmbeddedPostgres server = start();
            createTableWithOneRow(server, "committed");

            server.kill();
            assertThatThrownBy(() -> Sql.on(server).query("select 1")).isInstanceOf(SQLException.class);
            server.restart();

            assertThat(Sql.on(server).query("select count(*) from committed")).isEqualTo("1");
        }

        @Test
        void closing_it_releases_the_directory() throws SQLException {
            EmbeddedPostgres first = start();
            createTableWithOneRow(first, "killed");
            first.kill();
            first.close();

            EmbeddedPostgres second = start();

            assertThat(Sql.on(second).query("select count(*) from killed")).isEqualTo("1");
        }
    }

    @Nested
    class WhenItCannotStart {

        @Test
        void a_database_that_would_lose_commits_is_refused_and_released() throws Exception {
            Path forgetful = temporary.resolve("forgetful");
            try (EmbeddedPostgres first = TestServers.in(forgetful).start()) {
                Sql.on(first).execute("alter role postgres set synchronous_commit = off");
            }

            assertThatThrownBy(() -> TestServers.in(forgetful).start())
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("synchronous_commit=off");

            assertThat(TestServers.isRunningIn(forgetful)).isFalse();
            assertThatCode(() ->
                            DirectoryLock.acquire(ServerDirectory.at(forgetful)).close())
                    .doesNotThrowAnyException();
        }

        @Test
        void alter_system_does_not_reduce_durability() throws SQLException {
            EmbeddedPostgres first = start();
            Sql.on(first).execute("alter system set fsync = off");
            first.close();

            EmbeddedPostgres second = start();

            assertThat(Sql.on(second).query("show fsync")).isEqualTo("on");
        }

        @Test
        void an_interrupted_creation_starts_over() throws Exception {
            Path interrupted = temporary.resolve("interrupted");
            Path unfinished =
                    ServerDirectory.unfinishedIn(ServerDirectory.at(interrupted).root());
            Files.createDirectories(unfinished.resolve("base"));
            Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");

            try (EmbeddedPostgres server = TestServers.in(interrupted).start()) {
                assertThat(Sql.on(server).query("select 1")).isEqualTo("1");
            }

            assertThat(unfinished).doesNotExist();
        }

        @Test
        void a_damaged_database_is_reported_and_never_replaced() throws Exception {
            EmbeddedPostgres first = start();
            createTableWithOneRow(first, "undamaged");
            first.close();

            for (String file : List.of("global/pg_control", "PG_VERSION")) {
                Path removed = directory.resolve("cluster").resolve(file);
                Path saved = Files.move(removed, temporary.resolve("saved"));
                assertThatThrownBy(EmbeddedPostgresIT.this::start)
                        .isInstanceOf(EmbeddedPostgresException.class)
                        .hasMessageContaining(directory.resolve("cluster").toString())
                        .hasMessageContaining(removed.getFileName().toString());
                Files.move(saved, removed);
            }

            assertThat(Sql.on(start()).query("select count(*) from undamaged")).isEqualTo("1");
        }

        @Test
        void a_port_that_is_taken_is_reported() throws IOException {
            try (ServerSocket taken = new ServerSocket(0)) {
                assertThatThrownBy(() -> start(in().port(taken.getLocalPort())))
                        .isInstanceOf(EmbeddedPostgresException.class)
                        .hasMessageContaining("Address already in use");
            }
        }

        @Test
        void a_directory_that_cannot_be_created_is_named() throws IOException {
            Path file = Files.writeString(temporary.resolve("file"), "");

            assertThatThrownBy(() -> TestServers.in(file).start())
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    private EmbeddedPostgres start() {
        return start(in());
    }

    private EmbeddedPostgres start(EmbeddedPostgresBuilder builder) {
        EmbeddedPostgres server = builder.start();
        started.add(server);
        return server;
    }

    private static EmbeddedPostgresBuilder in() {
        return TestServers.in(directory);
    }

    /** Each test has a table of its own because all share the database. */
    private static void createTableWithOneRow(EmbeddedPostgres server, String table) throws SQLException {
        Sql.on(server).execute("create table " + table + " (id int)");
        Sql.on(server).execute("insert into " + table + " values (1)");
    }
}
