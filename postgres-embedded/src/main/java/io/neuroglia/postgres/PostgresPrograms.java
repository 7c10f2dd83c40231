package io.neuroglia.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs {@code initdb} and {@code pg_ctl}.
 *
 * @param home the directory that contains {@code bin}
 * @param workingDirectory where they run; the account must be able to enter it
 * @param account the user they run as
 */
record PostgresPrograms(Path home, Path workingDirectory, ServerAccount account) {

    private static final Pattern MAJOR_VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** The output of a program, and whether it succeeded. */
    record Outcome(boolean success, String output) {}

    /** The major version of the programs, such as 18. */
    int majorVersion() throws IOException {
        String output = run("initdb", List.of("--version")).output();
        Matcher version = MAJOR_VERSION.matcher(output);
        if (!version.find()) {
            throw new IOException(home.resolve("bin/initdb") + " does not tell its version: " + output);
        }
        return Integer.parseInt(version.group(1));
    }

    Outcome run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Process process = start(command);
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return new Outcome(process.waitFor() == 0, output);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + program + " was running", e);
        }
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingDirectory.toFile()).redirectErrorStream(true);
        // The environment of the application must not affect the server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }
}
