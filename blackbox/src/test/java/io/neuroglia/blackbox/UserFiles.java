package io.neuroglia.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder that a user works in. */
record UserFiles(Path folder) {

    /** Copies a folder of this module's test resources. */
    static UserFiles copy(String resource, Path folder) {
        Path original = original(resource);
        UserFiles copy = new UserFiles(folder);
        for (String file : new UserFiles(original).all()) {
            copy.write(file, new UserFiles(original).read(file));
        }
        return copy;
    }

    private static Path original(String resource) {
        URL url = Objects.requireNonNull(UserFiles.class.getResource("/" + resource), resource);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(folder.resolve(file).getParent()));
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a text, which is in the file for sure. */
    void replace(String file, String old, String replacement) {
        String text = read(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not contain " + old);
        }
        write(file, text.replace(old, replacement));
    }

    void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files, with slashes; none where there is no folder. */
    List<String> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
