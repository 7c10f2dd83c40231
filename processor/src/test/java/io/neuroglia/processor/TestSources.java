package io.neuroglia.processor;

import static java.util.stream.Collectors.toMap;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** The sources that tests compile, and how they compile them. */
final class TestSources {
    private static final List<Path> CLASS_PATH = Stream.of(
                    "mediation", "slf4j-api", "jspecify", "mapstruct", "jackson-annotations")
            .map(TestSources::library)
            .map(Path::of)
            .toList();

    private TestSources() {}

    /** A compiler that runs the processor and takes every warning for an error. */
    static Compiler compiler(String... options) {
        return compilerWith(new NeurogliaProcessor())
                .withOptions(Stream.concat(
                                Stream.of("-Xlint:all,-processing", "-Xdoclint:all,-missing", "-Werror"),
                                Stream.of(options))
                        .toArray());
    }

    /** A compiler that runs one processor. */
    static Compiler compilerWith(Processor processor) {
        return Compiler.javac()
                .withProcessors(processor)
                .withClasspath(CLASS_PATH.stream().map(Path::toFile).toList());
    }

    /** What the sources may use: a compiler looks into all of it each time. */
    static List<Path> classPath() {
        return CLASS_PATH;
    }

    /** Where the classes of a library lie, by its name without a version. */
    static String library(String name) {
        Pattern path =
                Pattern.compile("[/\\\\](neuroglia-)?" + name + "(-[0-9][^/\\\\]*[.]jar|[/\\\\]target[/\\\\]classes)$");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> path.matcher(entry).find())
                .findFirst()
                .orElseThrow();
    }

    /** A file or folder of the test resources. */
    static Path resource(String name) {
        try {
            return Path.of(TestSources.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No resource " + name, e);
        }
    }

    /** The files below a folder by their path in it. */
    static Map<String, String> textsIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(toMap(
                            file -> folder.relativize(file).toString().replace('\\', '/'),
                            TestSources::text,
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JavaFileObject> sourcesIn(Path folder) {
        return textsIn(folder).entrySet().stream()
                .map(file -> JavaFileObjects.forSourceString(
                        file.getKey().replace(".java", "").replace('/', '.'), file.getValue()))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
