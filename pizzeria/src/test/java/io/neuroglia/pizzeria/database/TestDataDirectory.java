package io.neuroglia.pizzeria.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A data directory whose programs are already unpacked: they are linked to those of another directory, which saves two
 * seconds.
 *
 * @param path what {@code pizzeria.data-dir} would say
 */
record TestDataDirectory(Path path) {

    private static final Path UNPACKED = Path.of("target", "embedded-database").toAbsolutePath();

    static TestDataDirectory at(Path path) throws IOException {
        TestDataDirectory directory = new TestDataDirectory(path);
        Files.createSymbolicLink(directory.link(), programs());
        return directory;
    }

    private static Path programs() throws IOException {
        return PostgresBinaries.unpackedIn(DataDirectory.in(UNPACKED));
    }

    private Path link() throws IOException {
        return DataDirectory.in(path).root().resolve(programs().getFileName());
    }

    /** Must be called before the directory is deleted: JUnit warns of links that lead elsewhere. */
    void unlink() throws IOException {
        Files.delete(link());
    }

    PostgresCluster cluster() throws IOException {
        return cluster(ServerAccount.current());
    }

    PostgresCluster cluster(ServerAccount account) throws IOException {
        DataDirectory directory = DataDirectory.in(path);
        return new PostgresCluster(directory, new PostgresPrograms(programs(), directory.root(), account));
    }

    ServerProcesses processes() {
        return new ServerProcesses(DataDirectory.in(path).cluster());
    }
}
