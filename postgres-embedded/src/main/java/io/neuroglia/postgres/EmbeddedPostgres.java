package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
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
    private static final Duration KILL = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final ServerStart start;
    private final DirectoryLock lock;
    private final Duration stopTimeout;
    private final boolean temporary;
    private final ServerAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();

    EmbeddedPostgres(EmbeddedPostgresBuilder builder, Cluster cluster, DirectoryLock lock) throws IOException {
        this.cluster = cluster;
        this.start = new ServerStart(cluster, builder.serverSettings());
        this.lock = lock;
        this.stopTimeout = builder.stopTimeout();
        this.temporary = builder.isTemporary();
        this.address = start.onPort(builder.port());
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
     * <p>The system property {@code neuroglia.postgres.binaries} chooses the PostgreSQL to run, as
     * {@link EmbeddedPostgresBuilder#binaries(Path)} does, so that tests can be run on another version.
     *
     * @return a builder for its settings
     */
    public static EmbeddedPostgresBuilder temporary() {
        return new EmbeddedPostgresBuilder();
    }

    /**
     * Returns the port on the loopback interface.
     *
     * @return the same port until this server is closed
     */
    public int port() {
        return address.port();
    }

    /**
     * Returns the address of the database {@code postgres}, which always exists.
     *
     * @return a JDBC URL without credentials
     */
    public String jdbcUrl() {
        return address.jdbcUrl(ServerAddress.DATABASE);
    }

    /**
     * Returns the address of a database.
     *
     * @param database its name
     * @return a JDBC URL that contains the credentials, for what takes nothing but a URL; keep it out of logs
     */
    public String jdbcUrlWithCredentials(String database) {
        return address.jdbcUrlWithCredentials(database);
    }

    /**
     * Returns the name of the superuser.
     *
     * @return always {@code postgres}
     */
    public String username() {
        return ServerAddress.USERNAME;
    }

    /**
     * Returns the password of the superuser, which was chosen at random when the directory was created.
     *
     * @return the password
     */
    public String password() {
        return address.password();
    }

    /**
     * Connects to the database {@code postgres}.
     *
     * @return a data source without a pool
     */
    public DataSource dataSource() {
        return dataSource(ServerAddress.DATABASE);
    }

    /**
     * Connects to a database.
     *
     * @param database its name
     * @return a data source without a pool
     */
    public DataSource dataSource(String database) {
        return address.dataSource(database);
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
            start.onPort(port());
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
            LOG.info("PostgreSQL on port {} stopped in {} ms", port(), millis);
        } else {
            LOG.warn("PostgreSQL on port {} was no longer running", port());
        }
    }

    static EmbeddedPostgresException unusable(ServerDirectory directory, IOException cause) {
        return new EmbeddedPostgresException(
                "PostgreSQL in " + directory.root() + " cannot be used: " + cause + ".",
                "Use a directory on a local disk that this user may write to.",
                cause);
    }
}
