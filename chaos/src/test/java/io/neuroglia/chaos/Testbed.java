package io.neuroglia.chaos;

import io.neuroglia.chaos.audit.BusinessTables;
import io.neuroglia.chaos.clock.ClockAgent;
import io.neuroglia.chaos.server.PostgresServer;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** One server for many scenarios, each with a database of its own that is a copy of the empty application's. */
final class Testbed implements AutoCloseable {
    private static final Path FOLDER = Path.of("target/chaos").toAbsolutePath();
    private static final String TEMPLATE = "empty_application";

    private final AtomicInteger scenarios = new AtomicInteger();
    private final Path folder;
    private final PostgresServer server;
    private final Path clockAgent;
    private final NodeJvm nodeJvm;

    private Testbed(Path folder) throws IOException, SQLException {
        this.folder = folder;
        this.server = PostgresServer.start();
        this.nodeJvm = NodeJvm.in(folder);
        this.clockAgent = ClockAgent.writeJar(folder.resolve("clock.jar"));
        server.createDatabase(TEMPLATE, "template0");
        PGSimpleDataSource template = server.dataSource(TEMPLATE);
        BusinessTables.create(template);
        DurableDelivery.create(template, new JdbcTransactions(template), DeliverySettings.forApplication("chaos"))
                .close();
    }

    static Testbed open() {
        try {
            remove(FOLDER);
            Testbed testbed = new Testbed(Files.createDirectories(FOLDER));
            testbed.archiveClasses();
            return testbed;
        } catch (Exception failure) {
            throw new IllegalStateException("The testbed cannot be opened", failure);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    Scenario scenario(String name) throws IOException, SQLException {
        String database = "scenario_" + scenarios.incrementAndGet();
        synchronized (this) {
            server.createDatabase(database, TEMPLATE);
        }
        return new Scenario(name, this, database, Files.createDirectory(folder.resolve(database)));
    }

    /** The first node shows which classes the others are going to need. */
    private void archiveClasses() throws Exception {
        try (Scenario scenario = scenario("the first node")) {
            RunningNode first = scenario.start(scenario.node("first", 1), nodeJvm.writingArchive());
            Await.until(first::log, () -> scenario.acknowledged(first.name()) > 5);
            first.leave();
        }
    }

    NodeJvm nodeJvm() {
        return nodeJvm;
    }

    PostgresServer server() {
        return server;
    }

    Path clockAgent() {
        return clockAgent;
    }

    /** The logs stay until the next run. */
    @Override
    public void close() {
        server.close();
    }
}
