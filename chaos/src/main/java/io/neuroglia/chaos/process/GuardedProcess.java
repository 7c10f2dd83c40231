package io.neuroglia.chaos.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process with a guard. Between this JVM and the process stands a shell that waits for the end of its own input: it
 * comes when we close it or when this JVM dies, however it dies, and then the shell ends the process.
 */
public final class GuardedProcess implements AutoCloseable {
    private static final String GUARD = """
        last=$1
        shift
        "$@" < /dev/null >&2 & process=$!
        echo $process
        cat > /dev/null
        kill -$last $process 2> /dev/null
        wait $process
        echo $?
        """;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process guard;
    private final BufferedReader reports;
    private final long pid;
    private final Optional<ProcessHandle> process;
    private int status = -1;

    private GuardedProcess(Process guard) throws IOException {
        this.guard = guard;
        this.reports = guard.inputReader();
        this.pid = Long.parseLong(reports.readLine());
        this.process = ProcessHandle.of(pid); // it may have ended already
    }

    /**
     * Launches a process and its guard.
     *
     * @param command of the process
     * @param log takes what it says
     * @param last the signal that ends it, such as KILL
     * @throws IOException if it cannot be launched
     */
    public static GuardedProcess launch(List<String> command, Path log, String last) throws IOException {
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "guard", last));
        guarded.addAll(command);
        return new GuardedProcess(new ProcessBuilder(guarded)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** Its process id. */
    public long pid() {
        return pid;
    }

    /** Whether it runs, or is stopped. */
    public boolean isAlive() {
        return process.filter(ProcessHandle::isAlive).isPresent();
    }

    /** Sends a signal, such as STOP. */
    public void signal(String name) throws IOException {
        run("sh", "-c", "kill -" + name + " " + pid());
    }

    /** Kills it and all that it has started, itself first, so that it starts no more. */
    public void kill() {
        List<ProcessHandle> children =
                process.stream().flatMap(ProcessHandle::descendants).toList();
        process.ifPresent(ProcessHandle::destroyForcibly);
        children.forEach(ProcessHandle::destroyForcibly);
        close();
    }

    /** Waits until it has ended; false if that takes too long. */
    public boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(5_000_000);
        }
        return !isAlive();
    }

    /** Ends it, if it has not ended, and tells how it ended, as a shell does: 137 is by SIGKILL. */
    public synchronized int end() {
        if (status < 0) {
            try {
                guard.getOutputStream().close();
                status = Integer.parseInt(reports.readLine());
                if (!guard.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("Waited too long for the guard of process " + pid);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return status;
    }

    /** The same as {@link #end()}. */
    @Override
    public void close() {
        end();
    }

    private static void run(String... command) throws IOException {
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while sending a signal", interrupted);
        }
    }
}
