package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of another data source on the same thread neither take part nor get in the way. */
@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@EnumSource(names = {"JDBC", "JDBC_LAZY", "JPA", "JPA_LAZY"})
class SeveralManagersIT {
    @Parameter
    private TransactionSetup setup;

    private final TestDatabase database;
    private PlatformTransactionManager ours;
    private PlatformTransactionManager foreign;
    private JdbcTemplate jdbc;
    private DurableDelivery delivery;
    private UnitOfWork unitOfWork;

    SeveralManagersIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        DataSource pool = setup.pool(database.dataSource());
        ours = setup.manager(pool);
        foreign = new JdbcTransactionManager(database.dataSource());
        jdbc = new JdbcTemplate(pool);
        delivery = DurableDelivery.create(
                database.dataSource(), new SpringTransactions(ours, pool), DeliverySettings.forApplication("test"));
        database.execute("truncate neuroglia.event; drop table if exists note; create table note (text text)");
        delivery.start(Mediator.builder().domainEvent(Noted.class).build());
        unitOfWork = delivery.unitOfWork();
    }

    @AfterEach
    void stop() {
        delivery.close();
    }

    @Test
    void an_event_is_not_raised_into_a_transaction_of_another_data_source() {
        in(foreign, () -> {
            assertThat(unitOfWork.isActive()).isFalse();
            assertThatThrownBy(() -> unitOfWork.raise(new Noted("nowhere")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("this data source");
        });

        assertThat(stored()).isEmpty();
    }

    @Test
    void a_unit_of_work_inside_a_transaction_of_another_data_source_commits_on_its_own() {
        new TransactionTemplate(foreign).executeWithoutResult(status -> {
            succeed(() -> write("a"));
            assertThat(stored()).containsExactly("a");
            status.setRollbackOnly();
        });

        assertThat(stored()).containsExactly("a");
        assertThat(notes()).containsExactly("a");
    }

    @Test
    void what_is_done_inside_a_transaction_of_another_data_source_belongs_to_the_unit_around_it() {
        succeed(() -> {
            write("outer");
            in(foreign, () -> {
                write("plain");
                succeed(() -> write("joined"));
                refuse(() -> write("undone"));
            });
            assertThat(stored()).isEmpty();
        });

        assertThat(stored()).containsExactlyInAnyOrder("outer", "plain", "joined");
        assertThat(notes()).containsExactlyInAnyOrder("outer", "plain", "joined");
    }

    @Test
    void a_unit_that_suspends_another_inside_a_transaction_of_another_data_source_is_its_own() {
        TransactionTemplate another = new TransactionTemplate(ours);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        refuse(() -> {
            write("undone");
            in(foreign, () -> another.executeWithoutResult(status -> write("kept")));
            write("undone too");
        });

        assertThat(stored()).containsExactly("kept");
        assertThat(notes()).containsExactly("kept");
    }

    @Test
    void a_unit_that_is_suspended_is_not_written_to() {
        TransactionTemplate none = new TransactionTemplate(ours);
        none.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);

        succeed(() -> {
            write("outer");
            none.executeWithoutResult(status -> assertThatThrownBy(() -> unitOfWork.raise(new Noted("nowhere")))
                    .isInstanceOf(IllegalStateException.class));
            write("outer again");
        });

        assertThat(stored()).containsExactlyInAnyOrder("outer", "outer again");
    }

    @Test
    void a_manager_of_another_data_source_is_refused() {
        assertThatThrownBy(() -> new SpringTransactions(ours, database.dataSource()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another data source");
    }

    private void write(String text) {
        unitOfWork.raise(new Noted(text));
        jdbc.update("insert into note values (?)", text);
    }

    private static void in(PlatformTransactionManager manager, Runnable step) {
        new TransactionTemplate(manager).executeWithoutResult(status -> step.run());
    }

    private void succeed(Runnable step) {
        execute(step, OperationResult.noContent());
    }

    private void refuse(Runnable step) {
        execute(step, OperationResult.badRequest("refused"));
    }

    private void execute(Runnable step, OperationResult<Void> result) {
        try {
            unitOfWork.execute(() -> {
                step.run();
                return result;
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> stored() {
        return new JdbcTemplate(database.dataSource())
                .queryForList("select payload from neuroglia.event", String.class).stream()
                        .map(payload -> StoredJson.read(payload, Noted.class).text())
                        .toList();
    }

    private List<String> notes() {
        return new JdbcTemplate(database.dataSource()).queryForList("select text from note", String.class);
    }

    record Noted(String text) implements DomainEvent {}
}
