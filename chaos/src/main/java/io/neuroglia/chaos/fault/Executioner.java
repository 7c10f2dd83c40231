package io.neuroglia.chaos.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.concurrent.locks.LockSupport;

/**
 * A shell beside this process that waits to send it a signal, so that other threads have almost no time to go on. When
 * this process ends in another way, the shell ends too.
 */
final class Executioner {
    private static final String SCRIPT =
            "while read signal; do kill -$signal " + ProcessHandle.current().pid() + "; echo sent; done";

    private final Writer orders;
    private final BufferedReader reports;

    Executioner() {
        try {
            Process shell = new ProcessBuilder("sh", "-c", SCRIPT).start();
            this.orders = shell.outputWriter();
            this.reports = shell.inputReader();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends the own process a signal. The calling thread goes no further before it has arrived. */
    void send(String signal) {
        try {
            orders.write(signal + "\n");
            orders.flush();
            reports.readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        while (signal.equals("KILL")) {
            LockSupport.park();
        }
    }
}
