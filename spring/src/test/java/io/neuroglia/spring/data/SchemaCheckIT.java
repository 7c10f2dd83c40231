package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.spring.data.Shop.Sell;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application whose tables and partitions somebody else creates. */
@ExtendWith(PostgresExtension.class)
class SchemaCheckIT {
    private TestDatabase database;
    private JdbcTemplate jdbc;

    @BeforeEach
    void empty(TestDatabase testDatabase) {
        database = testDatabase;
        jdbc = new JdbcTemplate(database.dataSource());
        remove();
        database.execute("drop table if exists note; " + Shop.TABLE);
    }

    @AfterEach
    void remove() {
        database.execute("drop schema if exists by_hand cascade");
    }

    @Test
    void it_does_not_start_without_them() {
        assertThatThrownBy(() -> start().close())
                .rootCause()
                .hasMessageContaining("Schema by_hand has no tables of durable delivery")
                .hasMessageContaining("V1__durable_delivery.sql");
    }

    @Test
    void it_delivers_with_them() throws Exception {
        run("migration/V1__durable_delivery.sql");
        run("partitions.sql");

        try (ConfigurableApplicationContext shop = start()) {
            shop.getBean(Mediator.class).execute(new Sell("pizza"));

            Await.until("the sale is booked", () -> notes().contains("booked pizza"));
            assertThat(shop.getBean(DurableDelivery.class).status().housekeeping())
                    .isEmpty();
        }
    }

    @Test
    void it_names_partitions_that_are_missing_and_delivers_meanwhile() throws Exception {
        run("migration/V1__durable_delivery.sql");

        try (ConfigurableApplicationContext shop = start()) {
            shop.getBean(Mediator.class).execute(new Sell("pizza"));

            Await.until("the sale is booked", () -> notes().contains("booked pizza"));
            assertThat(shop.getBean(DurableDelivery.class).status().housekeeping())
                    .hasSize(4)
                    .allMatch(
                            failure -> failure.contains("has no partition for") && failure.contains("partitions.sql"));
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Shop.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.flyway.enabled=false",
                        "neuroglia.delivery.schema=by_hand",
                        "neuroglia.delivery.schema-management=check")
                .run();
    }

    private void run(String script) throws IOException, SQLException {
        database.execute("create schema if not exists by_hand");
        try (InputStream sql = DurableDelivery.class.getResourceAsStream(script);
                Connection connection = DriverManager.getConnection(database.jdbcUrl() + "&currentSchema=by_hand");
                Statement statement = connection.createStatement()) {
            statement.execute(new String(Objects.requireNonNull(sql, script).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private List<String> notes() {
        return jdbc.queryForList("select text from note order by text", String.class);
    }
}
