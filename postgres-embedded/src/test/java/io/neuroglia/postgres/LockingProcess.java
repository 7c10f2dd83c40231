package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that tries to lock a directory, prints the outcome, and holds the lock until it is killed. */
final class LockingProcess implements AutoCloseable {

    private final JavaProcess process;

    private LockingProcess(JavaProcess process) {
        this.process = process;
    }

    static LockingProcess on(Path directory) throws IOException {
        return new LockingProcess(JavaProcess.run(LockingProcess.class, directory));
    }

    /** {@code locked}, or the reason why not. */
    String outcome() throws InterruptedException {
        return process.awaitLine("outcome:");
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (DirectoryLock lock = DirectoryLock.acquire(ServerDirectory.at(Path.of(arguments[0])))) {
            System.out.println("outcome: locked");
            Thread.currentThread().join();
        } catch (EmbeddedPostgresException e) {
            System.out.println("outcome: " + e.getMessage());
        }
    }
}
