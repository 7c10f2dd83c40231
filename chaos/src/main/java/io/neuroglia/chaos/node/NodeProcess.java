package io.neuroglia.chaos.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.chaos.fault.ObservedDataSource;
import io.neuroglia.chaos.fault.PathPoint;
import io.neuroglia.chaos.fault.Sabotage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node as a process of its own. It sends no more commands when a file appears beside its journal, and leaves in an
 * orderly way when it is asked to by SIGTERM.
 */
public final class NodeProcess {
    private static final Logger LOG = LoggerFactory.getLogger(NodeProcess.class);

    private NodeProcess() {}

    /** Runs a node until it is asked to leave. */
    public static void main(String[] arguments) throws InterruptedException {
        NodeSettings settings = NodeSettings.parse(arguments);
        HikariDataSource pool = pool(settings);
        Node node = start(settings, observed(pool, settings.point()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(node, pool)));
        node.sendCommands();
        while (!Files.exists(settings.quiet())) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        node.quiet();
        Thread.currentThread().join();
    }

    private static void leave(Node node, HikariDataSource pool) {
        try (pool) {
            node.close();
        } catch (IOException failure) {
            LOG.error("The node could not leave in an orderly way", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static DataSource observed(DataSource pool, String point) {
        return point.isEmpty() ? pool : ObservedDataSource.of(pool, Sabotage.at(PathPoint.parse(point)));
    }

    /** The database may be down at the moment, as it may be when any application starts; its supervisor tries again. */
    private static Node start(NodeSettings settings, DataSource dataSource) {
        while (true) {
            try {
                return Node.start(settings, dataSource);
            } catch (RuntimeException | IOException notNow) {
                LOG.warn("The node cannot start yet", notNow);
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** Connections of a node on a database. */
    public static HikariDataSource pool(NodeSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url() + "&ApplicationName=" + settings.name() + "&connectTimeout=5");
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
