package io.neuroglia.pizzeria.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The packaged application, as its users run it. */
final class PizzeriaProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "pizzeria.jar").toAbsolutePath();
    private static final Path LOGS = Path.of("target", "pizzeria-logs").toAbsolutePath();
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Path dataDirectory;
    private final Path log;
    private final URI address;

    private PizzeriaProcess(Process process, Path dataDirectory, Path log, URI address) {
        this.process = process;
        this.dataDirectory = dataDirectory;
        this.log = log;
        this.address = address;
    }

    /** Starts it on a free port, and does not wait until it is ready. */
    static PizzeriaProcess start(Path dataDirectory, String... settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // starts faster
                "-jar",
                JAR.toString(),
                "--server.port=" + port,
                "--pizzeria.data-dir=" + dataDirectory));
        command.addAll(List.of(settings));
        Path log = Files.createTempFile(Files.createDirectories(LOGS), "pizzeria-", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new PizzeriaProcess(process, dataDirectory, log, URI.create("http://127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    PizzeriaClient client() {
        return new PizzeriaClient(address);
    }

    PizzeriaProcess awaitHealthy() throws IOException {
        PizzeriaClient client = client();
        await().atMost(START).until(() -> !process.isAlive() || client.isHealthy());
        if (!process.isAlive()) {
            fail("The pizzeria did not become healthy:%n%s", output());
        }
        return this;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has logged. */
    String output() throws IOException {
        return Files.readString(log);
    }

    DatabaseProcesses database() {
        return new DatabaseProcesses(dataDirectory);
    }

    /** Ends it as a power cut would. */
    void killForcibly() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, by SIGTERM. */
    void terminate() {
        process.destroy();
    }

    int awaitExit(Duration patience) throws IOException, InterruptedException {
        assertThat(process.waitFor(patience.toSeconds(), SECONDS))
                .as("ended within %s:%n%s", patience, output())
                .isTrue();
        return process.exitValue();
    }

    /** Ends it whatever state it is in, but not its database. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
