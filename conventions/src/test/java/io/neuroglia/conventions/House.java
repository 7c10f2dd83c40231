package io.neuroglia.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the modules lie. */
final class House {

    private House() {}

    /** The folder of the parent POM, looked for upwards from where the tests run. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("mediation")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("These tests run inside the project's own folder.");
    }

    /** Every source file that people write; golden files, which are resources, keep their own form. */
    static List<Path> sources() {
        try (Stream<Path> modules = Files.list(root())) {
            return modules.flatMap(
                            module -> Stream.of("main", "test").map(part -> module.resolve("src/" + part + "/java")))
                    .filter(Files::isDirectory)
                    .flatMap(House::javaFilesIn)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFilesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
