package io.neuroglia.delivery.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerTransactionsIT {
    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @ParameterizedTest
    @CsvSource({"0, 100ms", "5s, 100ms", "100ms, 100ms", "20ms, 20ms"})
    void a_shared_transaction_gives_way_after_a_tenth_of_a_second_or_as_soon_as_the_session_says(
            String set, String then) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '" + set + "'");
            connection.setAutoCommit(false);

            HandlerTransactions.giveWay(connection);

            assertThat(lockTimeout(statement)).isEqualTo(then);
            connection.commit();
            assertThat(lockTimeout(statement)).isEqualTo(set);
            connection.rollback();
        }
    }

    private static String lockTimeout(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("show lock_timeout")) {
            row.next();
            return row.getString(1);
        }
    }
}
