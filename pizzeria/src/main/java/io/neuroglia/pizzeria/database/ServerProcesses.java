package io.neuroglia.pizzeria.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells the processes of the PostgreSQL server that works on one cluster from all others, so that no stranger is
 * stopped because it was given a dead server's process id.
 *
 * @param cluster the server's data directory
 */
record ServerProcesses(Path cluster) {

    /** Finds the server and its workers; where the operating system does not tell, only the server or nothing. */
    List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::contains).toList();
    }

    /** Whether a process belongs to the server. */
    boolean contains(ProcessHandle process) {
        return isPostgres(process) && process.isAlive() && worksOnCluster(process);
    }

    private static boolean isPostgres(ProcessHandle process) {
        try {
            return Files.readString(proc(process, "comm")).strip().equals("postgres");
        } catch (IOException e) {
            // Not Linux, or just ended.
            return process.info()
                    .command()
                    .filter(command -> command.matches(".*postgres(\\.exe)?"))
                    .isPresent();
        }
    }

    /** Each process of a server has the cluster as its working directory; else its {@code -D} argument tells. */
    private boolean worksOnCluster(ProcessHandle process) {
        try {
            return Files.isSameFile(proc(process, "cwd"), cluster);
        } catch (IOException e) {
            // Not Linux, or not ours to see.
            String[] arguments = process.info().arguments().orElseGet(() -> new String[0]);
            return List.of(arguments).contains(cluster.toString());
        }
    }

    private static Path proc(ProcessHandle process, String entry) {
        return Path.of("/proc", Long.toString(process.pid()), entry);
    }
}
