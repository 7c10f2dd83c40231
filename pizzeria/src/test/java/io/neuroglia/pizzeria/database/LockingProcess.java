package io.neuroglia.pizzeria.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another process that tries to lock a data directory, tells what came of it, and keeps the lock until it is killed. */
final class LockingProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private LockingProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static LockingProcess on(Path dataDirectory) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockingProcess.class.getName(),
                dataDirectory.toString());
        return new LockingProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** {@code locked}, or why not. */
    String outcome() throws IOException {
        return output.readLine();
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(DataDirectory.in(Path.of(arguments[0])))) {
            System.out.println("locked");
            Thread.currentThread().join();
        } catch (EmbeddedDatabaseException e) {
            System.out.println(e.getMessage());
        }
    }
}
