package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.ConnectionUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Stands behind lazy connections and tells when the transaction of the current thread really takes one: only there is it
 * known, as statements also come from JPA and {@code JdbcTemplate}. Thread-safe.
 */
final class AnnouncedConnections extends DelegatingDataSource {
    @SuppressWarnings("ThreadLocalUsage") // of this instance: two applications in one JVM share nothing
    private final ThreadLocal<@Nullable Taking> current = new ThreadLocal<>();

    private AnnouncedConnections(DataSource target) {
        super(target);
    }

    /** Behind the lazy connections of a data source, where it then stays; null if its connections are not lazy. */
    static @Nullable AnnouncedConnections behind(DataSource dataSource) {
        LazyConnectionDataSourceProxy lazy = lazy(dataSource);
        DataSource target = lazy == null ? null : lazy.getTargetDataSource();
        if (lazy == null || target == null) {
            return null;
        }
        if (target instanceof AnnouncedConnections there) {
            return there;
        }
        AnnouncedConnections announced = new AnnouncedConnections(target);
        lazy.setTargetDataSource(announced);
        return announced;
    }

    /** Runs a transaction, and tells when it takes a connection, if ever. */
    <V> V tell(ConnectionUse use, Callable<V> transaction) throws Exception {
        Taking taking = new Taking(use);
        current.set(taking);
        try {
            return transaction.call();
        } finally {
            current.remove();
            if (taking.isTaken) {
                use.givenBack();
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Taking taking = current.get();
        return taking == null || taking.isTaken ? super.getConnection() : take(taking);
    }

    /** A connection that cannot be had is reported as given back at the end, as one that was had. */
    private Connection take(Taking taking) throws SQLException {
        try {
            taking.use.beforeTaking();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for a connection", interrupted);
        }
        taking.isTaken = true;
        Connection taken = super.getConnection();
        taking.use.taken(() -> taken);
        return taken;
    }

    private static @Nullable LazyConnectionDataSourceProxy lazy(DataSource dataSource) {
        DataSource next = dataSource;
        while (next instanceof DelegatingDataSource outer && !(next instanceof LazyConnectionDataSourceProxy)) {
            next = outer.getTargetDataSource();
        }
        return next instanceof LazyConnectionDataSourceProxy lazy ? lazy : null;
    }

    /** Of one thread. */
    private static final class Taking {
        private final ConnectionUse use;
        private boolean isTaken;

        Taking(ConnectionUse use) {
            this.use = use;
        }
    }
}
