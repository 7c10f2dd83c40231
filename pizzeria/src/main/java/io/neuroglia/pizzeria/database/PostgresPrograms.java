package io.neuroglia.pizzeria.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the programs {@code initdb} and {@code pg_ctl}.
 *
 * @param home the folder that they were unpacked to
 * @param workingDirectory where they run; the account must be able to enter it
 * @param account on whose behalf they run
 */
record PostgresPrograms(Path home, Path workingDirectory, ServerAccount account) {

    /** What a program said, and whether it succeeded. */
    record Outcome(boolean success, String output) {}

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
        // The environment of whoever started the application must not change what the server does.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }
}
