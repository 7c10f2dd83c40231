package io.neuroglia.chaos;

import io.neuroglia.chaos.node.NodeSettings;
import io.neuroglia.chaos.process.GuardedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A node in a process of its own, seen from outside. */
final class RunningNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final NodeSettings settings;
    private final Path log;
    private final GuardedProcess process;

    private RunningNode(NodeSettings settings, Path log, GuardedProcess process) {
        this.settings = settings;
        this.log = log;
        this.process = process;
    }

    /** Starts a node and does not wait for it. */
    static RunningNode start(NodeJvm jvm, NodeSettings settings, String... options) throws IOException {
        Path log = settings.journal().resolveSibling(settings.name() + ".log");
        List<String> command = jvm.command(settings, List.of(options));
        return new RunningNode(settings, log, GuardedProcess.launch(command, log, "KILL"));
    }

    RunningNode awaitReady() throws Exception {
        Await.until(() -> settings.name() + " does not get ready:\n" + log(), () -> {
            boolean ready = Files.exists(settings.journal()) && Files.size(settings.journal()) > 0;
            if (!ready && !process.isAlive()) {
                throw new AssertionError(settings.name() + " ended:\n" + log());
            }
            return ready;
        });
        return this;
    }

    String name() {
        return settings.name();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isStopped() throws IOException {
        String state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return state.substring(state.lastIndexOf(')')).startsWith(") T");
    }

    void kill() {
        process.kill();
    }

    void pause() throws IOException {
        signal("STOP");
    }

    void resume() throws IOException {
        signal("CONT");
    }

    /** Ends its load. */
    void quiet() throws IOException {
        if (!Files.exists(settings.quiet())) {
            Files.createFile(settings.quiet());
        }
    }

    void askToLeave() throws IOException {
        signal("TERM");
    }

    /** Asks it to leave in an orderly way, and waits until it has. */
    void leave() throws IOException {
        askToLeave();
        if (!process.awaitEnd(PATIENCE)) {
            throw new AssertionError(settings.name() + " does not leave:\n" + log());
        }
        process.close();
    }

    /** A dead process's id may belong to a stranger. */
    private void signal(String name) throws IOException {
        if (process.isAlive()) {
            process.signal(name);
        }
    }

    /** How it ended: 137 by SIGKILL. */
    int awaitEnd() {
        if (!process.awaitEnd(PATIENCE)) {
            throw new AssertionError(settings.name() + " does not end:\n" + log());
        }
        return process.end();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    @Override
    public void close() {
        process.kill();
    }
}
