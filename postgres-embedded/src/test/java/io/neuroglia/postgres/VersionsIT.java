package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oldest supported PostgreSQL beside the one on the class path. */
class VersionsIT {

    private static final Path OLDEST = Path.of(System.getProperty("neuroglia.oldest-postgres"));

    @TempDir
    Path folder;

    @Test
    void two_versions_run_side_by_side() throws SQLException {
        try (EmbeddedPostgres oldest =
                        EmbeddedPostgres.temporary().binaries(OLDEST).start();
                EmbeddedPostgres newest = EmbeddedPostgres.temporary().start()) {
            assertThat(majorVersion(oldest)).isEqualTo(15);
            assertThat(majorVersion(newest)).isEqualTo(18);
        }
    }

    @Test
    void the_oldest_version_is_as_durable_and_sorts_the_same() throws SQLException {
        try (EmbeddedPostgres server = TestServers.in(folder).binaries(OLDEST).start()) {
            assertThat(Sql.on(server).query("show data_checksums")).isEqualTo("on");
            assertThat(Sql.on(server)
                            .query("select string_agg(x, '' order by x) from (values ('a'), ('B'), ('ä')) v (x)"))
                    .isEqualTo("Baä");
        }
    }

    @Test
    void a_directory_of_another_version_is_refused_and_left_alone() throws SQLException {
        try (EmbeddedPostgres oldest = TestServers.in(folder).binaries(OLDEST).start()) {
            Sql.on(oldest).execute("create table pizza (id int)");
        }

        assertThatThrownBy(() -> TestServers.in(folder).start())
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("written by PostgreSQL 15, but the programs are of PostgreSQL 18")
                .hasMessageContaining("pg_dump");

        try (EmbeddedPostgres again = TestServers.in(folder).binaries(OLDEST).start()) {
            assertThat(Sql.on(again).query("select count(*) from pizza")).isEqualTo("0");
        }
    }

    @Test
    void a_system_property_chooses_the_version_of_temporary_servers() throws SQLException {
        System.setProperty("neuroglia.postgres.binaries", OLDEST.toString());
        try (EmbeddedPostgres server = EmbeddedPostgres.temporary().start()) {
            assertThat(majorVersion(server)).isEqualTo(15);
        } finally {
            System.clearProperty("neuroglia.postgres.binaries");
        }
    }

    @Test
    void an_installed_postgresql_can_be_used() throws Exception {
        Path home = PostgresArchive.home(OLDEST, folder);

        try (EmbeddedPostgres server =
                EmbeddedPostgres.temporary().binaries(home).start()) {
            assertThat(majorVersion(server)).isEqualTo(15);
        }
    }

    @Test
    void a_jar_without_postgresql_is_refused() throws Exception {
        Path jar = folder.resolve("empty.jar");
        Files.write(jar, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        assertThatThrownBy(() -> EmbeddedPostgres.temporary().binaries(jar).start())
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining(jar + " contains no PostgreSQL");
    }

    private static int majorVersion(EmbeddedPostgres server) throws SQLException {
        return Integer.parseInt(Sql.on(server).query("show server_version_num")) / 10_000;
    }
}
