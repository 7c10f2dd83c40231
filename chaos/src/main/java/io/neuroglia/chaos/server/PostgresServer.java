package io.neuroglia.chaos.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.neuroglia.chaos.process.GuardedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server on a port of the loopback interface, durable as in production ({@code fsync}), that can be killed
 * and started again. It ends with this JVM, however that ends. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    private final Path cluster;
    private final Path log;
    private final PostgresPrograms programs;
    private final int port;
    private GuardedProcess process;

    private PostgresServer(Path folder, PostgresPrograms programs, int port) throws IOException {
        this.cluster = folder.resolve("cluster");
        this.log = folder.resolve("postgres.log");
        this.programs = programs;
        this.port = port;
        ServerProcess.initialise(programs, cluster, USER, log);
        this.process = launch();
    }

    /**
     * Makes a new cluster in a folder and starts its server.
     *
     * @param programs where PostgreSQL's programs are unpacked, once for all runs
     * @param folder an empty folder
     * @return a server that accepts connections
     * @throws IOException if it does not start
     */
    public static PostgresServer start(Path programs, Path folder) throws IOException {
        Files.createDirectories(programs);
        Files.createDirectories(folder);
        return new PostgresServer(folder, PostgresPrograms.unpackedIn(programs), freePort());
    }

    /** Kills the server and all its workers, as the death of their machine would. */
    public synchronized void kill() {
        process.kill();
    }

    /**
     * Starts the killed server, which recovers from its log.
     *
     * @throws IOException if it does not start
     */
    public synchronized void startAgain() throws IOException {
        process = launch();
    }

    /** Where a database is found. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    /** Connections to a database, for those who look on. */
    public PGSimpleDataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(database) + "&ApplicationName=onlooker");
        return dataSource;
    }

    /** Makes a database as a copy of another one to which nobody is connected. */
    public void createDatabase(String name, String template) throws SQLException {
        execute("create database " + name + " template " + template);
    }

    /** Ends the connections of all applications whose name begins so. */
    public void terminate(String applicationName) throws SQLException {
        try (Connection connection = dataSource(USER).getConnection();
                PreparedStatement terminate =
                        connection.prepareStatement("select pg_terminate_backend(pid) from pg_stat_activity where"
                                + " starts_with(application_name, ?)")) {
            terminate.setString(1, applicationName);
            terminate.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource(USER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A killed server's workers may keep its memory for a moment, so that the first attempts fail. */
    private GuardedProcess launch() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        GuardedProcess attempt = ServerProcess.launch(programs, cluster, port, log);
        while (!accepts()) {
            if (System.nanoTime() > deadline) {
                attempt.kill();
                throw new IOException("PostgreSQL does not start:\n" + Files.readString(log, UTF_8));
            }
            LockSupport.parkNanos(20_000_000);
            if (!attempt.isAlive()) {
                attempt.kill();
                attempt = ServerProcess.launch(programs, cluster, port, log);
            }
        }
        return attempt;
    }

    private boolean accepts() {
        try (Connection connection = DriverManager.getConnection(url(USER) + "&connectTimeout=2")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public synchronized void close() {
        process.close();
    }
}
