package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaTables;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** How long it takes until another process has delivered all that a killed one left over. */
final class Recovery {
    private static final int REPETITIONS = 3;
    private static final int EVENTS = 500;

    private Recovery() {}

    /** A table: SIGKILL of a process that owns 500 events, until another has delivered them all. */
    static String measure(Database database) throws Exception {
        long[] nanos = new long[REPETITIONS];
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            nanos[repetition] = once(database);
        }
        Arrays.sort(nanos);
        return "Recovery: " + EVENTS + " events for " + RecoveryProcess.HANDLERS
                + " handlers of a process killed by SIGKILL, all delivered by another one after "
                + seconds(nanos[REPETITIONS / 2]) + " s (" + seconds(nanos[0]) + " to "
                + seconds(nanos[REPETITIONS - 1]) + ").\n";
    }

    /** Nanoseconds from the kill until the last effect has committed. */
    static long once(Database database) throws Exception {
        // A first start makes the schema, so that it can be emptied.
        Process heir = start(database, 0);
        try {
            NeurogliaTables.empty(database);
            Process victim = start(database, EVENTS);
            require(database, 0);
            long killed = System.nanoTime();
            victim.destroyForcibly().waitFor();
            long expected = (long) EVENTS * RecoveryProcess.HANDLERS;
            Trial.await("the left-overs", () -> database.number("select count(*) from effect") >= expected);
            long nanos = System.nanoTime() - killed;
            require(database, expected);
            return nanos;
        } finally {
            heir.destroyForcibly().waitFor();
        }
    }

    private static void require(Database database, long effects) {
        long found = database.number("select count(distinct (handler, number)) from effect");
        long all = database.number("select count(*) from effect");
        if (found != effects || all != effects) {
            throw new IllegalStateException("Expected " + effects + " effects, found " + all);
        }
    }

    private static Process start(Database database, int events) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecoveryProcess.class.getName(),
                        database.url(),
                        Integer.toString(events))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (!"ready".equals(line)) {
            process.destroyForcibly();
            throw new IllegalStateException("The process did not get ready; it said " + line);
        }
        return process;
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
    }
}
