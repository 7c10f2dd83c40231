package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.data.jdbc.Transactions.Completion;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes on top of the contract: one transaction with the rest of a Spring application. */
@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@ValueSource(booleans = {false, true})
class SpringTransactionsIT {
    @Parameter
    private boolean lazy;

    private final List<String> told = new ArrayList<>();
    private DataSource dataSource;
    private PlatformTransactionManager manager;
    private Transactions transactions;
    private JdbcTemplate jdbc;

    @BeforeEach
    void open(TestDatabase database) {
        database.execute("drop table if exists note; create table note (text text primary key)");
        dataSource = lazy ? LazyConnections.of(database.dataSource()) : database.dataSource();
        manager = new JdbcTransactionManager(dataSource);
        transactions = new SpringTransactions(manager, dataSource);
        jdbc = new JdbcTemplate(dataSource);
    }

    @Test
    void what_jdbc_templates_write_belongs_to_the_transaction() throws Exception {
        undone(() -> {
            write("a");
            assertThat(notes()).containsExactly("a");
            return true;
        });

        assertThat(notes()).isEmpty();
    }

    @Test
    void the_connection_is_the_one_that_jdbc_templates_use() throws Exception {
        kept(() -> {
            try (var insert = transactions.connection().prepareStatement("insert into note values ('a')")) {
                insert.executeUpdate();
            }
            assertThat(notes()).containsExactly("a");
            return true;
        });

        assertThat(notes()).containsExactly("a");
    }

    @Test
    void work_inside_springs_transaction_joins_it() {
        outer(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
            write("outer");
            quietly(() -> kept(() -> write("inner")));
            status.setRollbackOnly();
        });

        assertThat(notes()).isEmpty();
    }

    @Test
    void work_inside_springs_transaction_is_undone_alone() {
        outer(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
            write("outer");
            quietly(() -> undone(() -> write("inner")));
        });

        assertThat(notes()).containsExactly("outer");
    }

    @Test
    void springs_transaction_inside_the_work_joins_it() throws Exception {
        undone(() -> {
            outer(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> write("inner"));
            return write("outer");
        });

        assertThat(notes()).isEmpty();
    }

    @Test
    void a_participant_that_demands_a_rollback_is_not_overruled_in_silence() {
        assertThatThrownBy(() -> kept(() -> {
                    write("outer");
                    outer(TransactionDefinition.PROPAGATION_REQUIRED)
                            .executeWithoutResult(status -> status.setRollbackOnly());
                    return true;
                }))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(notes()).isEmpty();
    }

    @Test
    void a_listener_is_not_told_of_a_commit_that_the_database_turned_into_a_rollback() {
        assertThatThrownBy(() -> outer(TransactionDefinition.PROPAGATION_REQUIRED)
                        .executeWithoutResult(status -> {
                            listen("outer");
                            write("a");
                            assertThatThrownBy(() -> write("a")).isInstanceOf(DuplicateKeyException.class);
                        }))
                .isInstanceOf(DataFailureException.class)
                .hasStackTraceContaining("A statement failed");

        assertThat(told).containsExactly("outer before", "outer rolled back");
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_listener_in_springs_transaction_is_told_of_its_end() {
        outer(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
            quietly(() -> kept(() -> {
                listen("outer");
                return write("inner");
            }));
            assertThat(told).isEmpty();
        });

        assertThat(told).containsExactly("outer before", "outer committed");
    }

    @Test
    void a_listener_that_registers_before_the_commit_is_asked_too() throws Exception {
        kept(() -> {
            transactions.completion("early", () -> new Noting("early") {
                @Override
                public void beforeCommit() {
                    super.beforeCommit();
                    transactions.completion("late", () -> new Noting("late"));
                }
            });
            return write("a");
        });

        assertThat(told).containsExactly("early before", "late before", "early committed", "late committed");
    }

    @Test
    void joined_work_of_springs_own_is_followed() {
        outer(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
            transactions.completion(this, () -> new Noting("outer") {
                @Override
                public void rolledBackTo(Object savepoint) {
                    told.add("undone");
                }
            });
            outer(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(TransactionStatus::setRollbackOnly);
        });

        assertThat(told).containsExactly("undone", "outer before", "outer committed");
    }

    @Test
    void a_transaction_that_suspends_another_has_listeners_of_its_own() throws Exception {
        undone(() -> {
            listen("suspended");
            outer(TransactionDefinition.PROPAGATION_REQUIRES_NEW).executeWithoutResult(status -> {
                listen("new");
                write("new");
            });
            assertThat(told).containsExactly("new before", "new committed");
            return write("suspended");
        });

        assertThat(told).containsExactly("new before", "new committed", "suspended rolled back");
        assertThat(notes()).containsExactly("new");
    }

    @Test
    void what_a_listener_writes_after_the_end_is_committed() {
        outer(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
            transactions.completion(this, AfterwardsWriting::new);
            write("before");
        });

        assertThat(notes()).containsExactlyInAnyOrder("before", "by template", "by transaction");
    }

    @Test
    void the_manager_of_another_data_source_is_refused(DataSource another) {
        assertThatThrownBy(() -> new SpringTransactions(manager, LazyConnections.of(another)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another data source");
    }

    @Test
    void a_manager_that_does_not_tell_of_commits_is_refused() {
        PlatformTransactionManager silent = new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(TransactionDefinition definition) {
                return manager.getTransaction(definition);
            }

            @Override
            public void commit(TransactionStatus status) {
                manager.commit(status);
            }

            @Override
            public void rollback(TransactionStatus status) {
                manager.rollback(status);
            }
        };

        assertThatThrownBy(() -> new SpringTransactions(silent, dataSource))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ConfigurableTransactionManager");
    }

    @Test
    void a_data_source_that_is_aware_of_transactions_is_taken_for_what_is_behind_it() throws Exception {
        Transactions aware = new SpringTransactions(manager, new TransactionAwareDataSourceProxy(dataSource));

        aware.execute(
                () -> {
                    aware.connection();
                    return write("a");
                },
                outcome -> false);

        assertThat(notes()).isEmpty();
    }

    private TransactionTemplate outer(int propagation) {
        TransactionTemplate template = new TransactionTemplate(manager);
        template.setPropagationBehavior(propagation);
        return template;
    }

    private <V> V kept(Callable<V> work) throws Exception {
        return transactions.execute(work, outcome -> true);
    }

    private <V> V undone(Callable<V> work) throws Exception {
        return transactions.execute(work, outcome -> false);
    }

    private boolean write(String text) {
        return jdbc.update("insert into note values (?)", text) == 1;
    }

    private List<String> notes() {
        return jdbc.queryForList("select text from note order by text", String.class);
    }

    private void listen(String name) {
        transactions.completion(this, () -> new Noting(name));
    }

    private static void quietly(Callable<?> work) {
        try {
            work.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private class Noting implements Completion {
        private final String name;

        Noting(String name) {
            this.name = name;
        }

        @Override
        public void beforeCommit() {
            told.add(name + " before");
        }

        @Override
        public void afterCompletion(boolean committed) {
            told.add(name + (committed ? " committed" : " rolled back"));
        }
    }

    private final class AfterwardsWriting implements Completion {
        @Override
        public void beforeCommit() {
            assertThat(transactions.isActive()).isTrue();
        }

        @Override
        public void afterCompletion(boolean committed) {
            assertThat(transactions.isActive()).isFalse();
            write("by template");
            quietly(() -> kept(() -> write("by transaction")));
        }
    }
}
