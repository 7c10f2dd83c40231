package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Transactions that write notes, each of which may exist once. */
abstract class TransactionStage {
    static final Predicate<Object> KEEP = outcome -> true;
    static final Predicate<Object> UNDO = outcome -> false;

    CountingDataSource connections;
    Transactions transactions;

    private final TransactionsContract contract;
    private TestDatabase database;

    TransactionStage(TransactionsContract contract) {
        this.contract = contract;
    }

    /** A transaction that an earlier test left open must fail this one, not hang it. */
    @BeforeEach
    void open(TestDatabase testDatabase) throws Exception {
        database = testDatabase;
        database.execute("""
            set lock_timeout = '5s';
            drop table if exists note;
            create table note (text text unique deferrable initially deferred)
            """);
        connections = new CountingDataSource(database.dataSource());
        transactions = contract.transactions(connections);
    }

    @AfterEach
    void all_connections_are_given_back() {
        assertThat(transactions.isActive()).as("a transaction is active").isFalse();
        assertThat(connections.open()).as("connections not given back").isZero();
    }

    /** Skips a test that says nothing of transactions that take a connection at once. */
    void onlyIfConnectionsAreTakenLate() {
        assumeTrue(contract.takesConnectionsLate(), "Connections are taken when a transaction begins");
    }

    boolean write(String text) throws SQLException {
        try (PreparedStatement insert =
                transactions.connection().prepareStatement("insert into note (text) values (?)")) {
            insert.setString(1, text);
            return insert.executeUpdate() == 1;
        }
    }

    /** What the commit is going to refuse, because each note may exist once. */
    boolean writeTwice(String text) throws SQLException {
        write(text);
        return write(text);
    }

    /** As the thread's own transaction sees them. */
    List<String> read() throws SQLException {
        return notes(transactions.connection());
    }

    /** As everybody else sees them. */
    List<String> committed() throws SQLException {
        try (Connection other = database.dataSource().getConnection()) {
            return notes(other);
        }
    }

    void runFailingStatement() throws SQLException {
        try (Statement statement = transactions.connection().createStatement()) {
            statement.execute("select 1 / 0");
        }
    }

    boolean loseConnection() throws SQLException {
        return Backend.terminate(transactions.connection(), database);
    }

    /** Runs work in a transaction of its own, or joined to the thread's, and commits. */
    <V> V kept(Callable<V> work) throws Exception {
        return transactions.execute(work, KEEP);
    }

    <V> V undone(Callable<V> work) throws Exception {
        return transactions.execute(work, UNDO);
    }

    private static List<String> notes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select text from note order by text")) {
            List<String> notes = new ArrayList<>();
            while (rows.next()) {
                notes.add(rows.getString(1));
            }
            return notes;
        }
    }
}
