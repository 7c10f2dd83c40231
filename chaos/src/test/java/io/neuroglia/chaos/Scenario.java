package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.chaos.audit.Audit;
import io.neuroglia.chaos.audit.Findings;
import io.neuroglia.chaos.audit.Incident;
import io.neuroglia.chaos.audit.JournalEntry;
import io.neuroglia.chaos.audit.JournalEntry.Kind;
import io.neuroglia.chaos.audit.MonotonicTime;
import io.neuroglia.chaos.fault.ObservedDataSource;
import io.neuroglia.chaos.fault.StatementObserver;
import io.neuroglia.chaos.node.Node;
import io.neuroglia.chaos.node.NodeProcess;
import io.neuroglia.chaos.node.NodeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** One application: its database, its nodes, what befalls them, and the audit in the end. */
final class Scenario implements AutoCloseable {
    private static final String UNFINISHED =
            "select (select count(*) from neuroglia.work) + (select count(*) from" + " neuroglia.delivery)";
    private static final int MAX_IN_FLIGHT = 40;
    private static final String LAPSES =
            "select incarnation, name, lease_until from neuroglia.process where lease_until < clock_timestamp()";

    private final String name;
    private final Testbed testbed;
    private final String database;
    private final Path folder;
    private final Audit audit;
    private final List<Incident> incidents = new CopyOnWriteArrayList<>();
    private final Map<Long, Incident> lapses = new ConcurrentHashMap<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    Scenario(String name, Testbed testbed, String database, Path folder) {
        this.name = name;
        this.testbed = testbed;
        this.database = database;
        this.folder = folder;
        this.audit = new Audit(dataSource());
    }

    /** A node with a quick lease, which two threads keep busy. */
    NodeSettings node(String node, long seed) {
        return new NodeSettings(
                node,
                testbed.server().url(database),
                folder.resolve(node + ".journal"),
                seed,
                2,
                Duration.ofMillis(20),
                Duration.ofMillis(1_200),
                MAX_IN_FLIGHT);
    }

    RunningNode start(NodeSettings settings, String... options) throws IOException {
        RunningNode node = RunningNode.start(testbed.nodeJvm(), settings, options);
        opened.push(node);
        return node;
    }

    /** Starts a node in this JVM, without commands. */
    Node startHere(NodeSettings settings, StatementObserver observer) throws IOException {
        HikariDataSource pool = NodeProcess.pool(settings);
        opened.push(pool);
        Node node = Node.start(settings, ObservedDataSource.of(pool, observer));
        opened.push(node);
        return node;
    }

    Node startHere(NodeSettings settings) throws IOException {
        return startHere(settings, (moment, statement, connection) -> {});
    }

    /** The option that gives a node another wall clock. */
    String skewed(Duration skew) {
        return "-javaagent:" + testbed.clockAgent() + "=" + skew.toMillis();
    }

    void befell(Incident incident) {
        incidents.add(incident);
    }

    DataSource dataSource() {
        return testbed.server().dataSource(database);
    }

    Testbed testbed() {
        return testbed;
    }

    List<JournalEntry> journals() throws IOException {
        return JournalEntry.readAll(folder);
    }

    /** How many commands of a node have succeeded. */
    long acknowledged(String node) throws IOException {
        return journals().stream()
                .filter(entry ->
                        entry.kind() == Kind.ACKNOWLEDGED && entry.node().equals(node))
                .count();
    }

    /** How many leases of a node last: one, or none. */
    long leasesOf(String node) throws SQLException {
        return count("select count(*) from neuroglia.process where lease_until > clock_timestamp() and name = '" + node
                + "'");
    }

    /** How many undelivered events a node owns, alive or not. */
    long ownedBy(String node) throws SQLException {
        return count("select count(*) from neuroglia.work w join neuroglia.process p on p.incarnation = w.owner"
                + " where p.name = '" + node + "'");
    }

    long count(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits until every effect is there and the library has nothing left to do. */
    void awaitAllDone() throws Exception {
        Await.until(this::whatIsMissing, () -> count(UNFINISHED) == 0 && audit.missing(journals()) == 0);
    }

    /** Waits for the end and asserts that every promise was kept. */
    Findings assertPromisesKept() throws Exception {
        awaitAllDone();
        addLapses();
        Findings findings = audit.findings(journals(), incidents());
        System.out.println("chaos: " + name + ": " + findings.summary());
        assertThat(findings.commands()).as("commands of %s", name).isPositive();
        assertThat(findings.violations()).as(name).isEmpty();
        return findings;
    }

    /** A lease that ended without our doing, on a machine that was too busy, explains a repetition as well. */
    void addLapses() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LAPSES)) {
            while (rows.next()) {
                long ended =
                        MonotonicTime.of(rows.getObject(3, OffsetDateTime.class).toInstant());
                lapses.putIfAbsent(rows.getLong(1), new Incident(rows.getString(2), ended, ended, "lapse"));
            }
        }
    }

    /** What was in flight when something happened can be repeated, not more. */
    int mostRepetitions() {
        return incidents().size() * MAX_IN_FLIGHT;
    }

    /** What others have done that killed nodes had left. */
    Recoveries recoveries() {
        return new Recoveries(dataSource(), incidents());
    }

    private List<Incident> incidents() {
        return Stream.concat(incidents.stream(), lapses.values().stream()).toList();
    }

    private String whatIsMissing() {
        try {
            List<String> violations =
                    new ArrayList<>(audit.findings(journals(), incidents()).violations());
            return name + ": unfinished " + count(UNFINISHED) + ", " + violations;
        } catch (SQLException | IOException failure) {
            return failure.toString();
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }
}
