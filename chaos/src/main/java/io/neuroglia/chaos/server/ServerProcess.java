package io.neuroglia.chaos.server;

import com.sun.security.auth.module.UnixSystem;
import io.neuroglia.chaos.process.GuardedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that make a cluster and start its server. */
final class ServerProcess {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=200",
            "shared_buffers=32MB",
            "max_wal_size=256MB",
            "autovacuum_naptime=5s");

    private ServerProcess() {}

    static void initialise(PostgresPrograms programs, Path cluster, String user, Path log) throws IOException {
        List<String> command = unprivileged();
        command.addAll(List.of(
                programs.path("initdb"),
                "--pgdata=" + cluster,
                "--username=" + user,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
        GuardedProcess initdb = GuardedProcess.launch(command, log, "0");
        if (initdb.end() != 0) {
            throw new IOException("PostgreSQL's initdb failed, see " + log);
        }
    }

    /** SIGQUIT ends a server at once, with all its workers. */
    static GuardedProcess launch(PostgresPrograms programs, Path cluster, int port, Path log) throws IOException {
        List<String> command = unprivileged();
        command.addAll(List.of(programs.path("postgres"), "-D", cluster.toString(), "-c", "port=" + port));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return GuardedProcess.launch(command, log, "QUIT");
    }

    /** PostgreSQL refuses to run as root, so root steps down into a user namespace of its own. */
    private static List<String> unprivileged() {
        boolean root = System.getProperty("os.name").equals("Linux") && new UnixSystem().getUid() == 0;
        return new ArrayList<>(root ? List.of("unshare", "--user", "--") : List.of());
    }
}
