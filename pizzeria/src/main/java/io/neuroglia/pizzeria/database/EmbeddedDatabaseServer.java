package io.neuroglia.pizzeria.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of the application's own, whose data outlive it.
 *
 * <p>It works on a directory that no other application may use meanwhile, listens on this machine only, on a free port,
 * and loses nothing that it acknowledged, whatever is killed. Safe for use by several threads.
 */
final class EmbeddedDatabaseServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabaseServer.class);

    /** Leaves the application enough of the 20 seconds in which it has to end. */
    private static final Duration ORDERLY_STOP = Duration.ofSeconds(6);

    private final DataDirectoryLock lock;
    private final PostgresCluster cluster;
    private final int port;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabaseServer(DataDirectoryLock lock, PostgresCluster cluster, int port, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server, and makes its database when there is none yet.
     *
     * @param dataDirectory what {@code pizzeria.data-dir} says; made when missing
     * @throws EmbeddedDatabaseException when the directory is in use, or the server does not start
     */
    static EmbeddedDatabaseServer start(Path dataDirectory) {
        long begin = System.nanoTime();
        DataDirectory directory = DataDirectory.in(dataDirectory);
        DataDirectoryLock lock = DataDirectoryLock.acquire(directory);
        try {
            PostgresCluster cluster = cluster(directory);
            int port = new ServerStart(cluster).onFreePort();
            EmbeddedDatabaseServer server = new EmbeddedDatabaseServer(lock, cluster, port, cluster.password());
            server.verify(begin);
            return server;
        } catch (IOException e) {
            lock.close();
            throw failed(directory, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static PostgresCluster cluster(DataDirectory directory) throws IOException {
        ServerAccount account = ServerAccount.current();
        account.own(directory.root());
        directory.removeUnfinished();
        Path binaries = PostgresBinaries.unpackedIn(directory);
        PostgresCluster cluster =
                new PostgresCluster(directory, new PostgresPrograms(binaries, directory.root(), account));
        if (!cluster.exists()) {
            LOG.info("Making a new database in {}", directory.root());
            cluster.create();
        }
        return cluster;
    }

    private static EmbeddedDatabaseException failed(DataDirectory directory, Exception cause) {
        return new EmbeddedDatabaseException(
                "The embedded database in " + directory.root() + " cannot be used: " + cause,
                "Set pizzeria.data-dir to a folder on a local disk that this user may write to.",
                cause);
    }

    private void verify(long begin) throws IOException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), username(), password())) {
            ServerSettings.verify(connection, cluster.path());
            LOG.info(
                    "PostgreSQL {} listens on port {} and keeps its data in {}, ready after {} ms",
                    connection.getMetaData().getDatabaseProductVersion(),
                    port,
                    cluster.directory().root(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
        } catch (SQLException e) {
            stop();
            throw failed(cluster.directory(), e);
        } catch (IOException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + ServerSettings.HOST + ":" + port + "/postgres?ApplicationName=pizzeria";
    }

    String username() {
        return PostgresCluster.USERNAME;
    }

    String password() {
        return password;
    }

    /** Stops the server, and lets another application have the directory. Does nothing the second time. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock) {
            stop();
        } catch (IOException e) {
            LOG.error(
                    "The embedded database in {} cannot be stopped",
                    cluster.directory().root(),
                    e);
        }
    }

    private void stop() throws IOException {
        long begin = System.nanoTime();
        boolean stopped = cluster.stop(ORDERLY_STOP);
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        if (stopped) {
            LOG.info("PostgreSQL on port {} stopped after {} ms", port, millis);
        } else {
            LOG.warn("PostgreSQL on port {} was no longer running", port);
        }
    }
}
