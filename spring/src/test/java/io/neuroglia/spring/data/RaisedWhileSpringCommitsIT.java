package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.InTransaction;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is raised at any moment of a commit of Spring's is stored, or whoever raises it gets an exception. */
@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@EnumSource(names = {"JDBC", "JDBC_LAZY", "JDBC_WITHOUT_AUTO_COMMIT", "JPA", "JPA_LAZY"})
class RaisedWhileSpringCommitsIT {
    @Parameter
    private TransactionSetup setup;

    private final TestDatabase database;
    private JdbcTemplate jdbc;
    private PlatformTransactionManager manager;
    private DurableDelivery delivery;
    private UnitOfWork unitOfWork;

    RaisedWhileSpringCommitsIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        DataSource pool = setup.pool(database.dataSource());
        manager = setup.manager(pool);
        jdbc = new JdbcTemplate(pool);
        delivery = DurableDelivery.create(
                database.dataSource(), new SpringTransactions(manager, pool), DeliverySettings.forApplication("test"));
        database.execute("truncate neuroglia.event; drop table if exists note; create table note (text text)");
        delivery.start(Mediator.builder()
                .domainEvent(Noted.class)
                .on(Refused.class, new Refusing())
                .build());
        unitOfWork = delivery.unitOfWork();
    }

    @AfterEach
    void stop() {
        delivery.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_event_is_stored_or_refused_with_others_before_it(CommitMoment moment) {
        Attempts attempts = new Attempts();

        new TransactionTemplate(manager).executeWithoutResult(status -> {
            unitOfWork.raise(new Noted("before"));
            moment.call(manager, attempts::raise);
        });

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(attempts.acceptedAnd("before"));
        assertThat(attempts.refusals()).hasSize(moment.isInTime() ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_is_stored_or_refused_as_the_first_of_its_transaction(CommitMoment moment) {
        Attempts attempts = new Attempts();

        new TransactionTemplate(manager).executeWithoutResult(status -> {
            jdbc.update("insert into note values ('a')");
            moment.call(manager, attempts::raise);
        });

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(attempts.acceptedAnd());
        assertThat(attempts.refusals()).hasSize(moment.isInTime() ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_is_stored_or_refused_when_nothing_else_is_in_the_transaction(CommitMoment moment) {
        Attempts attempts = new Attempts();

        new TransactionTemplate(manager).executeWithoutResult(status -> moment.call(manager, attempts::raise));

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(attempts.acceptedAnd());
    }

    @ParameterizedTest
    @EnumSource
    void a_unit_of_work_that_is_opened_then_stores_its_events(CommitMoment moment) {
        List<Throwable> failures = new ArrayList<>();

        new TransactionTemplate(manager).executeWithoutResult(status -> {
            unitOfWork.raise(new Noted("before"));
            moment.call(manager, () -> {
                Throwable failure = catchThrowable(() -> unitOfWork.execute(() -> {
                    unitOfWork.raise(new Noted("in a unit"));
                    jdbc.update("insert into note values ('in a unit')");
                    return OperationResult.noContent();
                }));
                if (failure != null) {
                    failures.add(failure);
                }
            });
        });

        assertThat(failures).isEmpty();
        assertThat(stored()).containsExactlyInAnyOrder("before", "in a unit");
        assertThat(new JdbcTemplate(database.dataSource()).queryForList("select text from note", String.class))
                .containsExactly("in a unit");
    }

    @Test
    void a_refusal_that_spring_hides_rolls_back() {
        Throwable thrown = catchThrowable(() -> new TransactionTemplate(manager).executeWithoutResult(status -> {
            unitOfWork.raise(new Noted("before"));
            CommitMoment.BEFORE_COMPLETION.call(manager, () -> unitOfWork.raise(new Refused()));
        }));

        assertThat(thrown).isNotNull();
        assertThat(stored()).isEmpty();
    }

    private List<String> stored() {
        return new JdbcTemplate(database.dataSource())
                .queryForList("select payload from neuroglia.event", String.class).stream()
                        .map(payload -> StoredJson.read(payload, Noted.class).text())
                        .toList();
    }

    record Noted(String text) implements DomainEvent {}

    record Refused() implements DomainEvent {}

    @InTransaction
    private static final class Refusing implements EventHandler<Refused> {
        @Override
        public void handle(Refused event) {
            throw new IllegalStateException("refused");
        }
    }

    /** Raises an event and notes whether that was accepted. */
    private final class Attempts {
        private final List<String> accepted = new ArrayList<>();
        private final List<Throwable> refusals = new ArrayList<>();

        void raise() {
            Throwable refusal = catchThrowable(() -> unitOfWork.raise(new Noted("in the commit")));
            if (refusal == null) {
                accepted.add("in the commit");
            } else {
                refusals.add(refusal);
            }
        }

        List<String> acceptedAnd(String... others) {
            List<String> all = new ArrayList<>(accepted);
            all.addAll(List.of(others));
            return all;
        }

        List<Throwable> refusals() {
            return refusals;
        }
    }
}
