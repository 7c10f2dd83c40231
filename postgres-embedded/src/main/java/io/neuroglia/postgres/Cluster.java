package io.neuroglia.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.neuroglia.postgres.PostgresPrograms.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL data directory, and what {@code initdb} and {@code pg_ctl} do to it.
 *
 * @param directory where it lies
 * @param programs the programs that work on it
 */
record Cluster(ServerDirectory directory, PostgresPrograms programs) {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String PASSWORD_FILE = "neuroglia.password";

    /** The first version whose own collations do not depend on the operating system's. */
    private static final int BUILTIN_LOCALES = 17;

    /** Long enough to recover from the largest write-ahead log that the server lets grow by default. */
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(4);

    Path path() {
        return directory.cluster();
    }

    /**
     * Creates the cluster unless it exists.
     *
     * @param durable whether to wait until all files are on disk
     * @throws EmbeddedPostgresException if another major version of PostgreSQL wrote it
     */
    void prepare(boolean durable) throws IOException {
        int version = programs.majorVersion();
        if (Files.exists(path())) {
            requireWrittenBy(version);
        } else {
            LOG.info("Creating a PostgreSQL {} database in {}", version, directory.root());
            create(version, durable);
        }
    }

    private void requireWrittenBy(int version) throws IOException {
        Path file = path().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new EmbeddedPostgresException(
                    "The directory " + path() + " has no file PG_VERSION, so it is no complete PostgreSQL database.",
                    "Restore it from a backup, or use another directory.");
        }
        String written = Files.readString(file).strip();
        if (!written.equals(Integer.toString(version))) {
            throw new EmbeddedPostgresException(
                    "The data in " + path() + " were written by PostgreSQL " + written + ", but the programs are of"
                            + " PostgreSQL " + version + ".",
                    "Use programs of PostgreSQL " + written + "; or dump the data with them (pg_dump) and restore the"
                            + " dump in another directory.");
        }
    }

    private void create(int version, boolean durable) throws IOException {
        Path unfinished = ServerDirectory.unfinishedIn(directory.root());
        Path password = ServerDirectory.unfinishedIn(directory.root());
        Files.writeString(password, randomPassword());
        programs.account().own(password);
        Outcome outcome = programs.run("initdb", initdbArguments(unfinished, password, version, durable));
        if (!outcome.success()) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL's initdb failed in " + directory.root() + ":\n" + outcome.output() + "\n",
                    "Solve the problem above, or use another directory.");
        }
        Files.move(password, unfinished.resolve(PASSWORD_FILE));
        ServerDirectory.complete(unfinished, path());
    }

    private static List<String> initdbArguments(Path target, Path password, int version, boolean durable) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + target,
                "--username=" + ServerAddress.USERNAME,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C")); // an update of the machine's own locale could change the order of indexes
        if (version >= BUILTIN_LOCALES) {
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        arguments.add(durable ? "--data-checksums" : "--no-sync");
        return arguments;
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    Path passwordFile() {
        return path().resolve(PASSWORD_FILE);
    }

    String password() throws IOException {
        return Files.readString(passwordFile(), UTF_8);
    }

    Outcome start(ServerSettings settings, int port) throws IOException {
        Files.deleteIfExists(directory.serverLog());
        return programs.run(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + path(),
                        "--log=" + directory.serverLog(),
                        "--options=" + settings.commandLine(port),
                        "--wait",
                        "--timeout=" + RECOVERY.toSeconds()));
    }

    /** Returns what the server has logged since its last start. */
    String serverLog() throws IOException {
        return Files.exists(directory.serverLog())
                ? Files.readString(directory.serverLog()).strip()
                : "";
    }

    ServerProcesses processes() {
        return new ServerProcesses(path());
    }

    /**
     * Stops the server and rolls back its transactions. If it does not end in time, it is aborted and recovers at its
     * next start.
     *
     * @return whether a server was running
     */
    boolean stop(Duration timeout) throws IOException {
        Optional<ProcessHandle> server = processes().server();
        if (server.isEmpty()) {
            return false;
        }
        Outcome outcome = stop("fast", timeout);
        if (!outcome.success() && processes().contains(server.get())) {
            LOG.warn("PostgreSQL did not stop within {}: {}. Aborting it.", timeout, outcome.output());
            outcome = stop("immediate", IMMEDIATE_STOP);
        }
        if (!Deadline.in(IMMEDIATE_STOP).await(() -> !processes().contains(server.get()))) {
            LOG.error("PostgreSQL, process {}, does not stop: {}", server.get().pid(), outcome.output());
        }
        return true;
    }

    private Outcome stop(String mode, Duration timeout) throws IOException {
        return programs.run(
                "pg_ctl",
                List.of(
                        "stop",
                        "--pgdata=" + path(),
                        "--mode=" + mode,
                        "--wait",
                        "--timeout=" + Math.max(1, timeout.toSeconds())));
    }
}
