package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The processes of the server that works on one cluster. Process ids are reused, so each process is checked to be a
 * {@code postgres} in this directory before it is touched.
 *
 * @param cluster PostgreSQL's data directory
 */
record ServerProcesses(Path cluster) {

    /** The file in which a server records its process id, and which a killed server leaves behind. */
    Path postmasterFile() {
        return cluster.resolve("postmaster.pid");
    }

    /** Returns the process id in that file; empty if the file is missing or does not start with a number. */
    OptionalLong recordedPid() throws IOException {
        try {
            return Files.readAllLines(postmasterFile()).stream()
                    .limit(1)
                    .map(String::strip)
                    .filter(line -> line.matches("[1-9][0-9]{0,17}"))
                    .mapToLong(Long::parseLong)
                    .findFirst();
        } catch (NoSuchFileException | MalformedInputException e) {
            return OptionalLong.empty();
        }
    }

    /** Finds the running server, whoever started it. */
    Optional<ProcessHandle> server() throws IOException {
        return recordedPid().stream()
                .boxed()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(this::contains)
                .findFirst();
    }

    /** Finds the server and its workers. */
    List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::contains).toList();
    }

    boolean contains(ProcessHandle process) {
        return isPostgres(process) && process.isAlive() && worksOnCluster(process);
    }

    /** Kills the server, which then starts no more workers, and all its workers; returns whether they ended in time. */
    boolean kill(Duration timeout) throws IOException {
        server().ifPresent(ProcessHandle::destroyForcibly);
        return Deadline.in(timeout).await(() -> {
            List<ProcessHandle> rest = running();
            rest.forEach(ProcessHandle::destroyForcibly);
            return rest.isEmpty();
        });
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

    /** Every process of a server has the cluster as its working directory; without /proc, see its arguments. */
    private boolean worksOnCluster(ProcessHandle process) {
        try {
            return Files.isSameFile(proc(process, "cwd"), cluster);
        } catch (IOException e) {
            // Not Linux, or not accessible to this user.
            String[] arguments = process.info().arguments().orElseGet(() -> new String[0]);
            return List.of(arguments).contains(cluster.toString());
        }
    }

    private static Path proc(ProcessHandle process, String entry) {
        return Path.of("/proc", Long.toString(process.pid()), entry);
    }
}
