package io.neuroglia.blackbox;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The jars on the class path of these tests: those that the build has packed, and those of others. */
final class Jars {
    private static final List<Path> ALL = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(Path::of)
            .toList();

    private Jars() {}

    /** What a user of plain Java has on the class path. */
    static List<Path> library() {
        return List.of(of("neuroglia-mediation"), of("slf4j-api"), of("jspecify"));
    }

    static Path processor() {
        return of("neuroglia-processor");
    }

    /** The jar of an artifact, in whatever version. */
    static Path of(String artifact) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-\\d.*\\.jar");
        return ALL.stream()
                .filter(jar -> name.matcher(jar.getFileName().toString()).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no jar of " + artifact
                        + " on the class path: run mvn verify, which packs it first."));
    }

    static String path(Collection<Path> jars) {
        return jars.stream().map(Path::toString).collect(joining(File.pathSeparator));
    }
}
