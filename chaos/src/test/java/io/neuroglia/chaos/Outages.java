package io.neuroglia.chaos;

import io.neuroglia.chaos.audit.Incident;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;

/** What befalls the database and the connections to it. */
final class Outages {
    private final Scenario scenario;
    private final Deque<Connection> held = new ArrayDeque<>();
    private boolean serverUp = true;
    private long killedAt;
    private int transactions;

    Outages(Scenario scenario) {
        this.scenario = scenario;
    }

    boolean isServerUp() {
        return serverUp;
    }

    void cutOff(String node) throws SQLException {
        if (serverUp) {
            scenario.befell(Incident.now(node, "cut off"));
            scenario.testbed().server().terminate(node);
        }
    }

    void cutOffAll() throws SQLException {
        if (serverUp) {
            scenario.befell(Incident.ofDatabase("cut off"));
            scenario.testbed().server().terminate("node-");
        }
    }

    void killServer() {
        if (serverUp) {
            serverUp = false;
            killedAt = System.nanoTime();
            scenario.testbed().server().kill();
        }
    }

    void startServer() throws IOException {
        if (!serverUp) {
            scenario.testbed().server().startAgain();
            scenario.befell(Incident.since(killedAt, "", "server killed"));
            serverUp = true;
        }
    }

    /** Holds a row and a snapshot, as a forgotten session does. */
    void holdTransaction() throws SQLException {
        if (serverUp) {
            Connection connection = scenario.dataSource().getConnection();
            held.add(connection);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select count(*) from chaos.raised");
                statement.execute("insert into chaos.bystander values (1000 + " + ++transactions + ", 0)");
            }
        }
    }

    /** Locks every table and keeps a snapshot, as {@code pg_dump} does. */
    void backUp() throws SQLException {
        if (serverUp) {
            held.add(Backup.begin(scenario.dataSource()));
        }
    }

    /** It may have died with the server. */
    void releaseTransaction() {
        Connection connection = held.poll();
        if (connection != null) {
            try (connection) {
                connection.rollback();
            } catch (SQLException alreadyGone) {
                System.out.println("chaos: the held transaction ended before: " + alreadyGone.getMessage());
            }
        }
    }
}
