package io.neuroglia.pizzeria.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What root does where user namespaces are not allowed, as in most containers. */
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
    void the_server_runs_as_a_user_without_rights() throws Exception {
        PostgresCluster cluster = cluster(nobody);
        cluster.create();

        new ServerStart(cluster).onFreePort();

        try {
            ProcessHandle server = cluster.server().orElseThrow();
            assertThat(server.info().user()).hasValue("nobody");
        } finally {
            assertThat(cluster.stop(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void a_directory_changes_hands() throws Exception {
        cluster(nobody).create();

        try (EmbeddedDatabaseServer server = EmbeddedDatabaseServer.start(temporary)) {
            assertThat(Sql.on(server).query("select 1")).isEqualTo("1");
        }
    }

    private PostgresCluster cluster(ServerAccount account) throws IOException {
        DataDirectory directory = DataDirectory.in(temporary);
        account.own(directory.root());
        Path programs = PostgresBinaries.unpackedIn(directory);
        return new PostgresCluster(directory, new PostgresPrograms(programs, directory.root(), account));
    }
}
