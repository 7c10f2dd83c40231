package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this user's temporary servers live, with the unpacked programs that they share. A server whose JVM was killed is
 * removed by the next one to start.
 *
 * @param path the folder itself
 */
record TemporaryFolder(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
    private static final String SERVER = "server-";

    /** Nothing younger is abandoned: its creator may not have locked or renamed it yet. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /**
     * Finds or creates the folder.
     *
     * @throws EmbeddedPostgresException if another user owns it, who could have put other programs there
     */
    static TemporaryFolder ofThisUser() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path folder = temporary.resolve("neuroglia-postgres-" + System.getProperty("user.name"));
        Path sample = Files.createTempFile("neuroglia-owner", "");
        try {
            Files.createDirectories(folder);
            if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(sample))) {
                throw new EmbeddedPostgresException(
                        "The directory " + folder + " belongs to another user.",
                        "Remove it, or set java.io.tmpdir to another directory.");
            }
        } finally {
            Files.delete(sample);
        }
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            // Others may pass through, because the server of root runs as another user, but not write.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
        return new TemporaryFolder(folder);
    }

    Path createServerDirectory() throws IOException {
        return Files.createTempDirectory(path, SERVER);
    }

    /** Stops and removes servers whose JVM was killed, and what was not unpacked completely. */
    void removeAbandoned(ServerAccount account, Path home) throws IOException {
        List<Path> old;
        try (Stream<Path> children = Files.list(path)) {
            old = children.filter(TemporaryFolder::isOld).toList();
        }
        for (Path each : old) {
            if (ServerDirectory.isUnfinished(each)) {
                ServerDirectory.remove(each);
            } else if (each.getFileName().toString().startsWith(SERVER)) {
                removeIfAbandoned(new ServerDirectory(each.toRealPath()), account, home);
            }
        }
    }

    private static void removeIfAbandoned(ServerDirectory directory, ServerAccount account, Path home)
            throws IOException {
        try (DirectoryLock lock = DirectoryLock.acquire(directory)) {
            LOG.info("Removing the temporary PostgreSQL server in {}, whose JVM was killed", directory.root());
            Cluster cluster = new Cluster(directory, new PostgresPrograms(home, directory.root(), account));
            new LeftoverServer(cluster).remove();
            ServerDirectory.remove(directory.root());
        } catch (EmbeddedPostgresException inUse) {
            LOG.debug("Still in use: {}", directory.root());
        }
    }

    private static boolean isOld(Path path) {
        try {
            return Files.getLastModifiedTime(path)
                    .toInstant()
                    .isBefore(Instant.now().minus(GRACE));
        } catch (IOException justRemoved) {
            return false;
        }
    }
}
