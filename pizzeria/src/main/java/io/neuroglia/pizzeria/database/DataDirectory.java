package io.neuroglia.pizzeria.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder that holds all of the embedded server's files.
 *
 * <p>What takes long to make (the unpacked programs, a fresh cluster) is made under a passing name and then renamed, so
 * what has its final name is complete, whenever the application was killed.
 *
 * @param root the folder itself, with symbolic links resolved
 */
record DataDirectory(Path root) {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final String UNFINISHED = "unfinished-";

    /** Makes the folder inside {@code dataDirectory}, which may hold other things too, unless it exists. */
    static DataDirectory in(Path dataDirectory) {
        Path root = dataDirectory.resolve("postgres");
        try {
            Files.createDirectories(root);
            if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            return new DataDirectory(root.toRealPath());
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The folder " + root.toAbsolutePath() + " for the embedded database cannot be made: " + e,
                    "Set pizzeria.data-dir to a folder that this user may write to.",
                    e);
        }
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** What PostgreSQL calls the data directory. */
    Path cluster() {
        return root.resolve("cluster");
    }

    Path serverLog() {
        return root.resolve("server.log");
    }

    /** A name that is free, for something to be made and then renamed. */
    Path unfinished() {
        return root.resolve(UNFINISHED + UUID.randomUUID());
    }

    /** Removes what an interrupted start has left under passing names. */
    void removeUnfinished() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            children.filter(child -> child.getFileName().toString().startsWith(UNFINISHED))
                    .forEach(DataDirectory::remove);
        }
    }

    private static void remove(Path leftover) {
        try {
            FileSystemUtils.deleteRecursively(leftover);
        } catch (IOException e) {
            // A killed application's initdb may still be writing into it. Nobody else will, and the next start tries
            // again.
            LOG.info("{} cannot be removed yet: {}", leftover, e.toString());
        }
    }
}
