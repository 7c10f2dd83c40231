package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that runs as long as the application and keeps its data in a directory.
 *
 * <p>The directory belongs to one application at a time. The server listens on the loopback interface only, requires a
 * password, and loses nothing that was committed, whichever process is killed: a server that outlives a killed
 * application is stopped cleanly at the next start. Thread-safe.
 *
 * <pre>{@code
 * try (EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("data/postgres"))) {
 *     DataSource dataSource = server.dataSource();
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "postgres";
    private static final Duration KILL = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final ServerStart start;
    private final DirectoryLock lock;
    private final Duration stopTimeout;
    private final boolean temporary;
    private final int port;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();

    EmbeddedPostgres(EmbeddedPostgresBuilder builder, Cluster cluster, DirectoryLock lock) throws IOException {
        this.cluster = cluster;
        this.start = new ServerStart(cluster, builder.serverSettings());
        this.lock = lock;
        this.stopTimeout = builder.stopTimeout();
        this.temporary = builder.isTemporary();
        this.port = startAndVerify(builder.port(), cluster.password());
        this.password = cluster.password();
    }

    /**
     * Starts a server, and creates its database if the directory has none yet.
     *
     * @param directory where the server keeps all its files; created if missing
     * @return a server that accepts connections
     * @throws EmbeddedPostgresException if the directory is in use, or the server does not start
     */
    public static EmbeddedPostgres start(Path directory) {
        return in(directory).start();
    }

    /**
     * Prepares a server that keeps its data in a directory.
     *
     * @param directory where the server keeps all its files; created if missing
     * @return a builder for its settings
     */
    public static EmbeddedPostgresBuilder in(Path directory) {
        return new EmbeddedPostgresBuilder(directory);
    }

    /**
     * Prepares an empty server for tests. It is not durable, stops with this JVM, and its directory is then deleted. If
     * this JVM is killed, the next temporary server of this user removes it.
     *
     * @return a builder for its settings
     */
    public static EmbeddedPostgresBuilder temporary() {
        return new EmbeddedPostgresBuilder();
    }

    private int startAndVerify(int wantedPort, String currentPassword) throws IOException {
        long begin = System.nanoTime();
        int startedPort = start.onPort(wantedPort);
        try (Connection connection = dataSource(startedPort, DATABASE, currentPassword).getConnection()) {
            start.settings().verify(connection, cluster.path());
            LOG.info(
                    "PostgreSQL {} listens on port {} and keeps its data in {}; started in {} ms",
                    connection.getMetaData().getDatabaseProductVersion(),
                    startedPort,
                    cluster.directory().root(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            return startedPort;
        } catch (SQLException e) {
            cluster.stop(stopTimeout);
            throw new EmbeddedPostgresException(
                    "PostgreSQL in " + cluster.path() + " started, but refuses connections: " + e.getMessage() + ".",
                    "If its password was changed, change it back to the one in " + cluster.passwordFile() + ".",
                    e);
        } catch (IOException | RuntimeException e) {
            cluster.stop(stopTimeout);
            throw e;
        }
    }

    /**
     * Returns the port on the loopback interface.
     *
     * @return the same port until this server is closed
     */
    public int port() {
        return port;
    }

    /**
     * Returns the address of the database {@code postgres}, which always exists.
     *
     * @return a JDBC URL without credentials
     */
    public String jdbcUrl() {
        return jdbcUrl(port, DATABASE);
    }

    /**
     * Returns the address of a database.
     *
     * @param database its name
     * @return a JDBC URL that contains the credentials, for what takes nothing but a URL; keep it out of logs
     */
    public String jdbcUrlWithCredentials(String database) {
        return jdbcUrl(port, database) + "?user=" + username() + "&password=" + password;
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://" + ServerSettings.HOST + ":" + port + "/" + database;
    }

    /**
     * Returns the name of the superuser.
     *
     * @return always {@code postgres}
     */
    public String username() {
        return Cluster.USERNAME;
    }

    /**
     * Returns the password of the superuser, which was chosen at random when the directory was created.
     *
     * @return the password
     */
    public String password() {
        return password;
    }

    /**
     * Connects to the database {@code postgres}.
     *
     * @return a data source without a pool
     */
    public DataSource dataSource() {
        return dataSource(DATABASE);
    }

    /**
     * Connects to a database.
     *
     * @param database its name
     * @return a data source without a pool
     */
    public DataSource dataSource(String database) {
        return dataSource(port, database, password);
    }

    private static DataSource dataSource(int port, String database, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(port, database));
        dataSource.setUser(Cluster.USERNAME);
        dataSource.setPassword(password);
        return dataSource;
    }

    /**
     * Kills the server and its sessions, as a crash would, to test what becomes of the application. The directory stays
     * reserved for {@link #restart()}.
     *
     * @throws EmbeddedPostgresException if the processes do not end
     */
    public synchronized void kill() {
        try {
            if (!cluster.processes().kill(KILL)) {
                throw new EmbeddedPostgresException(
                        "PostgreSQL in " + cluster.path() + " cannot be killed.",
                        "Look for processes of another user that work in this directory.");
            }
        } catch (IOException e) {
            throw unusable(cluster.directory(), e);
        }
    }

    /**
     * Starts the server again on the same port after it was killed; if it is running, it is stopped first.
     *
     * @throws EmbeddedPostgresException if it does not start
     * @throws IllegalStateException if this server is closed
     */
    public synchronized void restart() {
        if (closed.get()) {
            throw new IllegalStateException("This server is closed: start another one on its directory");
        }
        try {
            startAndVerify(port, password);
        } catch (IOException e) {
            throw unusable(cluster.directory(), e);
        }
    }

    /** Stops the server and releases the directory. Has no effect the second time. */
    @Override
    public synchronized void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock) {
            stop();
        } catch (IOException e) {
            LOG.error("PostgreSQL in {} cannot be stopped", cluster.path(), e);
        }
        if (temporary) {
            ServerDirectory.remove(cluster.directory().root());
        }
    }

    private void stop() throws IOException {
        long begin = System.nanoTime();
        if (cluster.stop(stopTimeout)) {
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            LOG.info("PostgreSQL on port {} stopped in {} ms", port, millis);
        } else {
            LOG.warn("PostgreSQL on port {} was no longer running", port);
        }
    }

    static EmbeddedPostgresException unusable(ServerDirectory directory, IOException cause) {
        return new EmbeddedPostgresException(
                "PostgreSQL in " + directory.root() + " cannot be used: " + cause + ".",
                "Use a directory on a local disk that this user may write to.",
                cause);
    }
}
