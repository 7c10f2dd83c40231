package io.neuroglia.blackbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Maven as a user calls it. Its local repository holds our artifacts as they are published, and takes those of others
 * from the repository of the build that runs these tests, so that it works offline too.
 */
final class UserMaven {
    private static final Pattern WORDS = Pattern.compile("\\s+");

    private final Path folder;
    private final UserFiles settings;

    UserMaven(Path folder, Path settingsFolder) {
        this.folder = folder;
        this.settings = UserFiles.copy("settings", settingsFolder);
        settings.replace(
                "settings.xml",
                "@repository@",
                Path.of(Settings.of("repository")).toUri().toString());
    }

    Outcome run(String... arguments) {
        Path maven = Path.of(Settings.of("maven"), "bin", isWindows() ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>(List.of(maven.toString(), "-B", "-ntp", "-q"));
        command.addAll(List.of("-gs", settings.folder().resolve("settings.xml").toString()));
        command.add("-Dmaven.repo.local=" + Settings.of("user.repository"));
        if (Settings.of("offline").equals("offline:true")) {
            command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
        }
        WORDS.splitAsStream(Settings.of("versions").strip()).forEach(command::add);
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().remove("MAVEN_OPTS");
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return Outcome.of(process);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
