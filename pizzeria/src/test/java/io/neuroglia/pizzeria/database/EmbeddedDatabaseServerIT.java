package io.neuroglia.pizzeria.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseServerIT {

    private final List<EmbeddedDatabaseServer> started = new ArrayList<>();

    @TempDir
    static Path temporary;

    private static TestDataDirectory directory;

    @BeforeAll
    static void makeDirectory() throws IOException {
        directory = TestDataDirectory.at(temporary.resolve("Luigi's data"));
    }

    @AfterEach
    void stopAll() {
        started.forEach(EmbeddedDatabaseServer::close);
    }

    @AfterAll
    static void unlink() throws IOException {
        directory.unlink();
    }

    @Test
    void nothing_acknowledged_can_get_lost() throws SQLException {
        EmbeddedDatabaseServer server = start();

        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(Sql.on(server).query("show " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void only_this_machine_and_only_with_the_password_can_reach_it() throws SQLException {
        EmbeddedDatabaseServer server = start();

        assertThat(Sql.on(server).query("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Sql.on(server).query("show unix_socket_directories")).isEmpty();
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.username(), "guess"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_data_survive_a_stop_and_a_start() throws SQLException {
        EmbeddedDatabaseServer first = start();
        makeOnePizza(first, "survivors");
        first.close();

        EmbeddedDatabaseServer second = start();

        assertThat(Sql.on(second).query("select count(*) from survivors")).isEqualTo("1");
    }

    @Test
    void it_stops_whoever_is_still_connected() throws Exception {
        EmbeddedDatabaseServer server = start();
        try (Connection connection = Sql.on(server).connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("create table unfinished (id int)");

            server.close();

            assertThat(directory.processes().running()).isEmpty();
            assertThatThrownBy(() -> connection.createStatement().execute("select 1"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void closing_it_twice_is_closing_it_once() throws SQLException {
        EmbeddedDatabaseServer first = start();
        first.close();
        EmbeddedDatabaseServer second = start();

        first.close();

        assertThat(Sql.on(second).query("select 1")).isEqualTo("1");
    }

    @Test
    void a_second_application_on_the_directory_is_refused_and_harms_nobody() throws SQLException {
        EmbeddedDatabaseServer first = start();
        makeOnePizza(first, "shared");

        assertThatThrownBy(this::start)
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining(directory.path() + " is in use");

        assertThat(Sql.on(first).query("select count(*) from shared")).isEqualTo("1");
    }

    @Test
    void a_database_that_would_lose_commits_is_refused_and_let_go() throws Exception {
        TestDataDirectory forgetful = TestDataDirectory.at(temporary.resolve("forgetful"));
        try (EmbeddedDatabaseServer first = EmbeddedDatabaseServer.start(forgetful.path())) {
            Sql.on(first).execute("alter role postgres set synchronous_commit = off");
        }

        assertThatThrownBy(() -> EmbeddedDatabaseServer.start(forgetful.path()))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("synchronous_commit=off");

        assertThat(forgetful.processes().running()).isEmpty();
        assertThatCode(() -> DataDirectoryLock.acquire(DataDirectory.in(forgetful.path()))
                        .close())
                .doesNotThrowAnyException();
        forgetful.unlink();
    }

    @Test
    void what_alter_system_says_about_durability_does_not_count() throws SQLException {
        EmbeddedDatabaseServer first = start();
        Sql.on(first).execute("alter system set fsync = off");
        first.close();

        EmbeddedDatabaseServer second = start();

        assertThat(Sql.on(second).query("show fsync")).isEqualTo("on");
    }

    @Test
    void a_creation_that_was_interrupted_is_begun_anew() throws Exception {
        TestDataDirectory interrupted = TestDataDirectory.at(temporary.resolve("interrupted"));
        Path unfinished = DataDirectory.in(interrupted.path()).unfinished();
        Files.createDirectories(unfinished.resolve("base"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");

        try (EmbeddedDatabaseServer server = EmbeddedDatabaseServer.start(interrupted.path())) {
            assertThat(Sql.on(server).query("select 1")).isEqualTo("1");
        }

        assertThat(unfinished).doesNotExist();
        interrupted.unlink();
    }

    @Test
    void a_damaged_database_is_reported_and_never_replaced() throws IOException, SQLException {
        EmbeddedDatabaseServer first = start();
        makeOnePizza(first, "undamaged");
        first.close();
        Path control = directory.processes().cluster().resolve("global/pg_control");
        Path saved = Files.move(control, temporary.resolve("pg_control"));

        assertThatThrownBy(this::start)
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining(directory.processes().cluster().toString())
                .hasMessageContaining("pg_control");

        Files.move(saved, control);
        assertThat(Sql.on(start()).query("select count(*) from undamaged")).isEqualTo("1");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedDatabaseServer.start(file))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("pizzeria.data-dir");
    }

    private EmbeddedDatabaseServer start() {
        EmbeddedDatabaseServer server = EmbeddedDatabaseServer.start(directory.path());
        started.add(server);
        return server;
    }

    /** Each test has a table of its own, because all share the database. */
    private static void makeOnePizza(EmbeddedDatabaseServer server, String table) throws SQLException {
        Sql.on(server).execute("create table " + table + " (id int)");
        Sql.on(server).execute("insert into " + table + " values (1)");
    }
}
