package io.neuroglia.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresExtensionIT {
    private final TestDatabase database;

    PostgresExtensionIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    static void prepare(DataSource dataSource) throws SQLException {
        assertThat(nameOf(dataSource)).startsWith("test_");
    }

    @AfterAll
    static void tidy(TestDatabase database) {
        database.execute("select 1");
    }

    @Test
    void a_class_has_one_database_however_it_asks(DataSource dataSource, TestDatabase again) throws Exception {
        assertThat(again).isSameAs(database);
        assertThat(nameOf(dataSource)).isEqualTo(nameOf(database.dataSource()));
    }

    @Nested
    class InNestedClasses {
        @Test
        void the_database_is_that_of_the_class_around(TestDatabase inner) {
            assertThat(inner).isSameAs(database);
        }
    }

    private static String nameOf(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select current_database()")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
