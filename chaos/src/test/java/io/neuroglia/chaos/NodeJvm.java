package io.neuroglia.chaos;

import io.neuroglia.chaos.node.NodeProcess;
import io.neuroglia.chaos.node.NodeSettings;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * How a node is started: on our own class path, with an archive of loaded classes, without which dozens of nodes would
 * take much longer to start. An archive knows only jars, so folders are packed.
 *
 * @param classPath jars only
 * @param archive written by the first node, read by the others
 */
record NodeJvm(String classPath, Path archive) {
    static NodeJvm in(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!Files.isDirectory(path)) {
                jars.add(entry);
            } else if (!path.endsWith("test-classes")) {
                jars.add(pack(path, folder.resolve("packed-" + jars.size() + ".jar")));
            }
        }
        return new NodeJvm(String.join(File.pathSeparator, jars), folder.resolve("nodes.jsa"));
    }

    /** The option by which the first node writes the archive when it leaves. */
    String writingArchive() {
        return "-XX:ArchiveClassesAtExit=" + archive;
    }

    List<String> command(NodeSettings settings, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx160m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true"));
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, NodeProcess.class.getName()));
        command.addAll(settings.arguments());
        return command;
    }

    private static String pack(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(new JarEntry(folder.relativize(file).toString()));
                Files.copy(file, packed);
            }
        }
        return jar.toString();
    }
}
