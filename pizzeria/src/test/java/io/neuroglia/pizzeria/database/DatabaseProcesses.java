package io.neuroglia.pizzeria.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes of the database server that a pizzeria has started.
 *
 * @param dataDirectory the value of {@code pizzeria.data-dir}
 */
record DatabaseProcesses(Path dataDirectory) {

    /** The server, by the process id that it has recorded. */
    Optional<ProcessHandle> server() throws IOException {
        Path file = dataDirectory.resolve("postgres/cluster/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
                : Optional.empty();
    }

    /** The server and its workers. */
    List<ProcessHandle> running() throws IOException {
        return server().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }
}
