package io.neuroglia.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another Java process with the class path of this one. Not thread-safe. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts one.
     *
     * @param options of the Java launcher, such as -Xmx64m
     */
    public static ChildJvm start(Class<?> main, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    public long pid() {
        return process.pid();
    }

    /** The next line that it writes, of output or errors; null when it has ended and all is read. */
    public @Nullable String line() throws IOException {
        return output.readLine();
    }

    /** All that it still writes until it ends. */
    public List<String> lines() throws IOException {
        return output.lines().toList();
    }

    /** Waits for it to end by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The process " + pid() + " did not end");
        }
        return process.exitValue();
    }

    /** Ends it at once, as kill -9 does, and waits until it has ended. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // not that of Process, which closes the output unread
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
