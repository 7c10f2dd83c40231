package io.neuroglia.pizzeria.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.neuroglia.pizzeria.database.PostgresPrograms.Outcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL data directory, and what {@code initdb} and {@code pg_ctl} do to it.
 *
 * @param directory where it lies
 * @param programs what works on it
 */
record PostgresCluster(DataDirectory directory, PostgresPrograms programs) {

    static final String USERNAME = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
    private static final String PASSWORD_FILE = "pizzeria.password";

    /** Long enough for the recovery of the largest write-ahead log that the server lets grow. */
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(4);

    Path path() {
        return directory.cluster();
    }

    boolean exists() {
        return Files.exists(path());
    }

    /** Makes the cluster; it gets its name when it is complete. */
    void create() throws IOException {
        Path unfinished = directory.unfinished();
        Path password = directory.unfinished();
        Files.writeString(password, randomPassword());
        programs.account().own(password);
        Outcome outcome = initialise(unfinished, password);
        if (!outcome.success()) {
            throw new EmbeddedDatabaseException(
                    "PostgreSQL's initdb failed in " + directory.root() + ":\n" + outcome.output() + "\n",
                    "Set right what it says above; or set pizzeria.data-dir to another folder, or spring.datasource.url"
                            + " to a PostgreSQL of your own.");
        }
        Files.move(password, unfinished.resolve(PASSWORD_FILE));
        Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
        persistNames();
    }

    private Outcome initialise(Path target, Path password) throws IOException {
        // Not the machine's locale: with another one its sort order could change under the indexes.
        return programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + target,
                        "--username=" + USERNAME,
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A renamed folder survives a power cut only when the folder around it is written, too. */
    private void persistNames() throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel names = FileChannel.open(directory.root(), StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    String password() throws IOException {
        return Files.readString(path().resolve(PASSWORD_FILE), UTF_8);
    }

    Outcome start(int port) throws IOException {
        Files.deleteIfExists(directory.serverLog());
        return programs.run(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + path(),
                        "--log=" + directory.serverLog(),
                        "--options=" + ServerSettings.commandLine(port),
                        "--wait",
                        "--timeout=" + RECOVERY.toSeconds()));
    }

    /** What the server has logged since it was started last. */
    String serverLog() throws IOException {
        return Files.exists(directory.serverLog())
                ? Files.readString(directory.serverLog()).strip()
                : "";
    }

    /** Finds the running server, if there is one, whoever started it. */
    Optional<ProcessHandle> server() throws IOException {
        return PostmasterFile.of(path()).pid().stream()
                .boxed()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(processes()::contains)
                .findFirst();
    }

    ServerProcesses processes() {
        return new ServerProcesses(path());
    }

    /**
     * Stops the server. What is running in it is rolled back; if it does not end in time, it is cut off, and recovers
     * at its next start.
     *
     * @return whether there was a server to stop
     */
    boolean stop(Duration patience) throws IOException {
        Optional<ProcessHandle> server = server();
        if (server.isEmpty()) {
            return false;
        }
        Outcome outcome = stop("fast", patience);
        if (!outcome.success() && processes().contains(server.get())) {
            LOG.warn("The embedded database did not stop within {}: {}. Cutting it off.", patience, outcome.output());
            outcome = stop("immediate", IMMEDIATE_STOP);
        }
        if (!Deadline.in(IMMEDIATE_STOP).await(() -> !processes().contains(server.get()))) {
            LOG.error(
                    "The embedded database, process {}, does not stop: {}",
                    server.get().pid(),
                    outcome.output());
        }
        return true;
    }

    private Outcome stop(String mode, Duration patience) throws IOException {
        return programs.run(
                "pg_ctl",
                List.of("stop", "--pgdata=" + path(), "--mode=" + mode, "--wait", "--timeout=" + patience.toSeconds()));
    }
}
