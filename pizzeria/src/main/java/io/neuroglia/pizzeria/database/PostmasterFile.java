package io.neuroglia.pizzeria.database;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The file {@code postmaster.pid}, in which a server notes its process id, and which a killed server leaves behind.
 *
 * @param path where it is, when it is
 */
record PostmasterFile(Path path) {

    static PostmasterFile of(Path cluster) {
        return new PostmasterFile(cluster.resolve("postmaster.pid"));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Returns the process id on its first line; empty when there is no file, or nothing sensible in it. */
    OptionalLong pid() throws IOException {
        try {
            return Files.readAllLines(path).stream()
                    .limit(1)
                    .mapToLong(PostmasterFile::pid)
                    .filter(pid -> pid > 0)
                    .findFirst();
        } catch (NoSuchFileException | MalformedInputException e) {
            return OptionalLong.empty();
        }
    }

    private static long pid(String line) {
        String digits = line.strip();
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
    }

    /** Removes it; only right when no server works on the directory, because the file also keeps servers apart. */
    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
