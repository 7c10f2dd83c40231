package io.neuroglia.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A main class in another JVM, whose output is read line by line. */
public final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final List<String> read = new ArrayList<>();
    private final Thread reader;

    private JavaProcess(Process process) {
        this.process = process;
        this.reader =
                Thread.startVirtualThread(() -> process.inputReader().lines().forEach(output::add));
    }

    public static JavaProcess run(Class<?> main, Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // starts faster
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                directory.toString()));
        command.addAll(List.of(arguments));
        return new JavaProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits for a line that starts with a word, and returns the rest of the line. */
    public String awaitLine(String start) throws InterruptedException {
        while (true) {
            String line = output.poll(30, SECONDS);
            assertThat(line).as("'%s' within 30 s after %s", start, read).isNotNull();
            read.add(line);
            if (line.startsWith(start)) {
                return line.substring(start.length()).strip();
            }
        }
    }

    /** Waits for its end, and returns all of its output. */
    public String awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(30, SECONDS)).as("ended within 30 s").isTrue();
        reader.join();
        output.drainTo(read);
        return String.join("\n", read);
    }

    public int exitStatus() {
        return process.exitValue();
    }

    /** Sends SIGKILL. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Sends SIGTERM. Unlike {@link Process#destroy()}, the handle does not close the output. */
    public void terminate() {
        process.toHandle().destroy();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
