package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.jdbc.ConnectionUse;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever limits connections is told of each that a transaction takes, and of none that it does not take. */
@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@EnumSource(names = {"JDBC", "JDBC_LAZY", "JPA", "JPA_LAZY"})
class ConnectionUseIT {
    @Parameter
    private TransactionSetup setup;

    private final TestDatabase database;
    private final Told told = new Told();
    private SpringTransactions transactions;
    private JdbcTemplate jdbc;

    ConnectionUseIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        DataSource pool = setup.pool(database.dataSource());
        transactions = new SpringTransactions(setup.manager(pool), pool);
        jdbc = new JdbcTemplate(pool);
    }

    @Test
    void a_lazy_connection_that_is_never_used_is_never_taken() throws Exception {
        transactions.execute(() -> true, kept -> true, told);

        assertThat(told.steps).isEqualTo(setup.isLazy() ? List.of() : List.of("before", "taken", "given back"));
    }

    @Test
    void a_connection_that_a_template_uses_is_taken_once() throws Exception {
        transactions.execute(
                () -> {
                    jdbc.queryForObject("select 1", Integer.class);
                    jdbc.queryForObject("select 2", Integer.class);
                    assertThat(told.steps).containsExactly("before", "taken");
                    assertThat(told.opened()).isNotNull();
                    return true;
                },
                kept -> true,
                told);

        assertThat(told.steps).containsExactly("before", "taken", "given back");
    }

    @Test
    void a_connection_is_given_back_when_the_work_fails() {
        assertThatThrownBy(() -> transactions.execute(
                        () -> {
                            jdbc.queryForObject("select 1", Integer.class);
                            throw new IllegalStateException("no");
                        },
                        kept -> true,
                        told))
                .hasMessage("no");

        assertThat(told.steps).containsExactly("before", "taken", "given back");
    }

    @Test
    void work_that_joins_a_transaction_takes_none() throws Exception {
        transactions.execute(
                () -> {
                    jdbc.queryForObject("select 1", Integer.class);
                    return transactions.execute(
                            () -> jdbc.queryForObject("select 2", Integer.class), kept -> true, told);
                },
                kept -> true);

        assertThat(told.steps).isEmpty();
    }

    @Test
    void the_next_transaction_of_the_thread_is_told_only_to_its_own() throws Exception {
        transactions.execute(() -> true, kept -> true, told);
        told.steps.clear();

        transactions.execute(() -> jdbc.queryForObject("select 1", Integer.class), kept -> true);

        assertThat(told.steps).isEmpty();
    }

    /** Notes what it is told. */
    private static final class Told implements ConnectionUse {
        private final List<String> steps = new ArrayList<>();
        private Supplier<? extends @Nullable Connection> connection = () -> null;

        @Nullable
        Connection opened() {
            return connection.get();
        }

        @Override
        public void beforeTaking() {
            steps.add("before");
        }

        @Override
        public void taken(Supplier<? extends @Nullable Connection> opened) {
            steps.add("taken");
            connection = opened;
        }

        @Override
        public void givenBack() {
            steps.add("given back");
        }
    }
}
