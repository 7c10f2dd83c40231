package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** For root where user namespaces are not allowed, as in most containers. */
@EnabledIf("isRoot")
class ServerAccountIT {

    @TempDir
    Path temporary;

    private final ServerAccount nobody = ServerAccount.nobody();

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root")
                && System.getProperty("os.name").equals("Linux");
    }

    @BeforeEach
    void letNobodyIn() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void the_server_runs_as_a_user_without_privileges() throws Exception {
        Cluster cluster = TestServers.cluster(temporary, nobody);
        cluster.prepare(true);

        new ServerStart(cluster, new ServerSettings(Map.of(), true)).onPort(0);

        try {
            ProcessHandle server = cluster.processes().server().orElseThrow();
            assertThat(server.info().user()).hasValue("nobody");
        } finally {
            assertThat(cluster.stop(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void a_directory_changes_its_owner() throws Exception {
        TestServers.cluster(temporary, nobody).prepare(true);

        try (EmbeddedPostgres server = TestServers.in(temporary).start()) {
            assertThat(Sql.on(server).query("select 1")).isEqualTo("1");
        }
    }
}
