package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory that holds all files of one server.
 *
 * <p>Unpacked programs and new clusters are created under temporary names and renamed when complete. A kill at any time
 * leaves either nothing or a complete result under the final name.
 *
 * @param root the directory itself, with symbolic links resolved
 */
record ServerDirectory(Path root) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerDirectory.class);
    private static final String UNFINISHED = "unfinished-";

    /** Creates the directory unless it exists, and closes it to other users. */
    static ServerDirectory at(Path root) {
        try {
            Files.createDirectories(root);
            if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            return new ServerDirectory(root.toRealPath());
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "The directory " + root.toAbsolutePath() + " for PostgreSQL cannot be created: " + e + ".",
                    "Use a directory that this user may write to.",
                    e);
        }
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** PostgreSQL's own data directory. */
    Path cluster() {
        return root.resolve("cluster");
    }

    Path serverLog() {
        return root.resolve("server.log");
    }

    /** A free name in a directory for what is to be renamed later. */
    static Path unfinishedIn(Path directory) {
        return directory.resolve(UNFINISHED + UUID.randomUUID());
    }

    static boolean isUnfinished(Path path) {
        return path.getFileName().toString().startsWith(UNFINISHED);
    }

    /** Renames what is complete, and makes its name survive a power failure. */
    static void complete(Path unfinished, Path name) throws IOException {
        Files.move(unfinished, name, StandardCopyOption.ATOMIC_MOVE);
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel parent = FileChannel.open(name.resolveSibling("."), StandardOpenOption.READ)) {
                parent.force(true);
            }
        }
    }

    /** Removes what interrupted starts left under temporary names. */
    void removeUnfinished() throws IOException {
        List<Path> leftovers;
        try (Stream<Path> children = Files.list(root)) {
            leftovers = children.filter(ServerDirectory::isUnfinished).toList();
        }
        leftovers.forEach(ServerDirectory::remove);
    }

    /** Removes a file or a directory with all its contents; what cannot be removed is left to the next start. */
    static void remove(Path leftover) {
        try {
            FileUtils.forceDelete(leftover.toFile());
        } catch (IOException e) {
            LOG.info("{} cannot be removed yet: {}", leftover, e.toString());
        }
    }
}
