package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** A handler that has changed nothing costs no row, whatever it has used to read. */
@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@EnumSource(names = {"JDBC", "JDBC_LAZY", "JDBC_WITHOUT_AUTO_COMMIT", "JPA", "JPA_LAZY"})
class HandlersWithoutEffectIT {
    @Parameter
    private TransactionSetup setup;

    private final TestDatabase database;
    private final CountDownLatch handled = new CountDownLatch(1);
    private PlatformTransactionManager manager;
    private SpringTransactions transactions;
    private JdbcTemplate jdbc;
    private DurableDelivery delivery;

    HandlersWithoutEffectIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        DataSource pool = setup.pool(database.dataSource());
        manager = setup.manager(pool);
        transactions = new SpringTransactions(manager, pool);
        jdbc = new JdbcTemplate(pool);
        delivery = DurableDelivery.create(database.dataSource(), transactions, DeliverySettings.forApplication("test"));
        database.execute("truncate neuroglia.handled; drop table if exists account, mark; " + Account.TABLE
                + "; create table mark (text text primary key); insert into mark values ('stored')");
    }

    @AfterEach
    void stop() {
        delivery.close();
    }

    @Test
    void a_handler_that_does_nothing_leaves_no_row() throws Exception {
        deliver(() -> {});

        assertThat(handledRows()).isZero();
    }

    @Test
    void a_handler_that_reads_leaves_no_row() throws Exception {
        deliver(() -> assertThat(jdbc.queryForList("select text from mark", String.class))
                .hasSize(1));

        assertThat(handledRows()).isZero();
    }

    @Test
    void a_handler_that_loads_aggregates_leaves_no_row() throws Exception {
        PostgresRepository<Account, String, Account.State> accounts =
                PostgresRepository.of(transactions, delivery.unitOfWork(), "account", new Account.Mapping());
        transactions.execute(
                () -> {
                    accounts.add(new Account("a", 1, 0));
                    return true;
                },
                kept -> true);

        deliver(() -> {
            assertThat(accounts.findById("a")).isPresent();
            try (var all = accounts.stream()) {
                assertThat(all).hasSize(1);
            }
        });

        assertThat(handledRows()).isZero();
    }

    @Test
    void a_handler_that_writes_leaves_a_row() throws Exception {
        deliver(() -> jdbc.update("insert into mark values ('new')"));

        assertThat(handledRows()).isEqualTo(1);
    }

    @Test
    void a_handler_that_raises_an_event_leaves_a_row() throws Exception {
        deliver(() -> delivery.unitOfWork().raise(new Answered("yes")));

        assertThat(handledRows()).isEqualTo(1);
    }

    @Test
    void a_handler_that_reads_an_entity_leaves_no_row() throws Exception {
        EntityManager entities = entities();

        deliver(() -> assertThat(entities.find(JpaMark.class, "stored").text()).isEqualTo("stored"));

        assertThat(handledRows()).isZero();
    }

    @Test
    void a_handler_whose_entity_is_not_written_before_the_commit_leaves_a_row() throws Exception {
        EntityManager entities = entities();

        deliver(() -> entities.persist(new JpaMark("new")));

        assertThat(handledRows()).isEqualTo(1);
        assertThat(jdbc.queryForList("select text from mark order by text", String.class))
                .containsExactly("new", "stored");
    }

    private EntityManager entities() {
        assumeThat(manager).isInstanceOf(JpaTransactionManager.class);
        return SharedEntityManagerCreator.createSharedEntityManager(
                ((JpaTransactionManager) manager).getEntityManagerFactory());
    }

    private void deliver(Runnable handler) throws Exception {
        delivery.start(Mediator.builder()
                .on("handler", Asked.class, asked -> {
                    handler.run();
                    handled.countDown();
                })
                .domainEvent(Answered.class)
                .build());
        delivery.unitOfWork().execute(() -> {
            delivery.unitOfWork().raise(new Asked("ready?"));
            return OperationResult.noContent();
        });
        assertThat(handled.await(10, TimeUnit.SECONDS)).as("the handler ran").isTrue();
        delivery.stop(); // when all that is under way is done
    }

    private int handledRows() {
        return new JdbcTemplate(database.dataSource())
                .queryForObject("select count(*)::int from neuroglia.handled where handler = 'handler'", Integer.class);
    }

    record Asked(String text) implements DomainEvent {}

    record Answered(String text) implements DomainEvent {}
}
