package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application in another JVM commits numbers and says so; then it, its server or both are killed. The tests share a
 * directory, so each also finds what the others left.
 */
class KilledApplicationIT {

    @TempDir
    static Path directory;

    @Test
    void nothing_committed_is_lost_when_the_application_is_killed() throws Exception {
        try (JavaProcess application = run()) {
            int committed = awaitCommits(application);

            application.kill();

            assertThat(TestServers.isRunningIn(directory)).isTrue();
            assertThatNothingIsLost(committed);
        }
    }

    @Test
    void nothing_committed_is_lost_when_the_server_is_killed() throws Exception {
        try (JavaProcess application = run()) {
            awaitCommits(application);

            TestServers.killIn(directory);

            int committed = Integer.parseInt(application.awaitLine("last:"));
            application.awaitEnd();
            assertThatNothingIsLost(committed);
        }
    }

    @Test
    void nothing_committed_is_lost_when_both_are_killed() throws Exception {
        try (JavaProcess application = run()) {
            int committed = awaitCommits(application);

            TestServers.killIn(directory);
            application.kill();

            assertThatNothingIsLost(committed);
        }
    }

    @Test
    void an_application_that_closes_its_server_ends_quickly() throws Exception {
        try (JavaProcess application = run()) {
            awaitCommits(application);
            Instant begin = Instant.now();

            application.terminate();
            application.awaitEnd();

            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(TestServers.isRunningIn(directory)).isFalse();
        }
    }

    @Test
    void a_second_application_says_that_the_directory_is_in_use_and_the_first_continues() throws Exception {
        try (JavaProcess first = run()) {
            awaitCommits(first);

            try (JavaProcess second = run()) {
                assertThat(second.awaitEnd()).contains(directory + " is in use by another application");
                assertThat(second.exitStatus()).isEqualTo(1);
            }

            awaitCommits(first);
        }
        TestServers.killIn(directory);
    }

    private JavaProcess run() throws Exception {
        return JavaProcess.run(KilledApplicationIT.class, directory);
    }

    private static int awaitCommits(JavaProcess application) throws Exception {
        int first = Integer.parseInt(application.awaitLine("committed:"));
        int number = first;
        while (number < first + 20) {
            number = Integer.parseInt(application.awaitLine("committed:"));
        }
        return number;
    }

    private void assertThatNothingIsLost(int committed) throws SQLException {
        try (EmbeddedPostgres server = TestServers.in(directory).start()) {
            assertThat(Sql.on(server).query("select count(*) from number where id <= " + committed))
                    .isEqualTo(Integer.toString(committed));
        }
    }

    /** Commits 1, 2, 3 … until the database fails, or the process ends. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = TestServers.in(Path.of(arguments[0])).start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Sql.on(server).execute("create table if not exists number (id int primary key)");
        int last = Integer.parseInt(Sql.on(server).query("select count(*) from number"));
        try (Connection connection = server.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into number values (?)")) {
            while (true) {
                insert.setInt(1, last + 1);
                insert.execute();
                last++;
                System.out.println("committed: " + last);
            }
        } catch (SQLException failure) {
            System.out.println("last: " + last);
        }
    }
}
