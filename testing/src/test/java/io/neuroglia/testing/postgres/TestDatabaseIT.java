package io.neuroglia.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {

    @Test
    void each_database_is_empty_and_its_own() throws Exception {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            one.execute("create table t (x text); insert into t values ('one')");
            other.execute("create table t (x text); insert into t values ('other')");

            assertThat(value(one.dataSource().getConnection(), "select x from t"))
                    .isEqualTo("one");
            assertThat(value(DriverManager.getConnection(other.jdbcUrl()), "select x from t"))
                    .isEqualTo("other");
        }
    }

    @Test
    void the_server_is_set_as_it_says() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            for (String name : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(value(database.dataSource().getConnection(), "show " + name))
                        .as(name)
                        .isEqualTo("off");
            }
            assertThat(value(database.dataSource().getConnection(), "show server_encoding"))
                    .isEqualTo("UTF8");
        }
    }

    @Test
    void a_closed_database_is_gone_with_its_connections() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (Connection open = database.dataSource().getConnection()) {
            database.close();

            assertThatThrownBy(() -> value(open, "select 1")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> database.dataSource().getConnection())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not exist");
        }
        database.close();
    }

    @Test
    void a_statement_that_is_refused_is_named() {
        try (TestDatabase database = TestDatabase.create()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> database.execute("select nonsense"))
                    .withMessageContaining("select nonsense")
                    .withMessageContaining("column \"nonsense\" does not exist");
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
