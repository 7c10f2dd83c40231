package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.mediation.MediatorCustomizer;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import io.neuroglia.transaction.UnitOfWork.Work;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Aggregates, events, JPA and plain SQL in one transaction. */
@ExtendWith(PostgresExtension.class)
class JpaTransactionsIT {
    private ConfigurableApplicationContext application;
    private UnitOfWork unitOfWork;
    private Transactions transactions;
    private EntityManager entities;
    private PostgresRepository<Account, String, Account.State> accounts;
    private JdbcClient jdbc;

    @BeforeEach
    void start(TestDatabase database) {
        database.execute("drop schema if exists neuroglia cascade; drop table if exists note, account, heard; "
                + "create table note (text text primary key, read int not null); create table heard (text text); "
                + Account.TABLE);
        application = new SpringApplicationBuilder(Books.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.flyway.enabled=false",
                        "spring.jpa.hibernate.ddl-auto=none",
                        "spring.jpa.open-in-view=false")
                .run("--spring.autoconfigure.exclude=");
        unitOfWork = application.getBean(UnitOfWork.class);
        transactions = application.getBean(Transactions.class);
        entities =
                SharedEntityManagerCreator.createSharedEntityManager(application.getBean(EntityManagerFactory.class));
        jdbc = application.getBean(JdbcClient.class);
        accounts = PostgresRepository.of(
                transactions, application.getBean(EventSink.class), "account", new Account.Mapping());
    }

    @AfterEach
    void stop() {
        assertThat(transactions.isActive()).isFalse();
        application.close();
    }

    @Test
    void the_application_runs_on_the_transactions_of_jpa() {
        assertThat(application.getBean(PlatformTransactionManager.class)).isInstanceOf(JpaTransactionManager.class);
        assertThat(transactions).isInstanceOf(SpringTransactions.class);
    }

    @Test
    void all_commit_together() throws Exception {
        succeed(() -> {
            entities.persist(new JpaNote("jpa"));
            accounts.add(changedAccount("a"));
            jdbc.sql("insert into note values ('jdbc', 0)").update();
        });

        assertThat(notes()).containsExactly("jdbc", "jpa");
        assertThat(accounts.findById("a").orElseThrow().amount()).isEqualTo(1);
        Await.until("the event is delivered", () -> heard().contains("a"));
    }

    @Test
    void all_roll_back_together() throws Exception {
        Account account = changedAccount("a");

        refuse(() -> {
            entities.persist(new JpaNote("jpa"));
            accounts.add(account);
            jdbc.sql("insert into note values ('jdbc', 0)").update();
        });

        assertThat(notes()).isEmpty();
        assertThat(accounts.findById("a")).isEmpty();
        assertThat(account.version()).isZero();
        assertThat(account.pendingEvents()).hasSize(1);
    }

    @Test
    void what_jpa_cannot_write_rolls_all_back() throws Exception {
        succeed(() -> entities.persist(new JpaNote("taken")));

        assertThatThrownBy(() -> succeed(() -> {
                    accounts.add(changedAccount("a"));
                    entities.persist(new JpaNote("taken"));
                }))
                .hasStackTraceContaining("note_pkey");

        assertThat(accounts.findById("a")).isEmpty();
    }

    @Test
    void repositories_see_what_jpa_has_not_written_yet() throws Exception {
        succeed(() -> {
            accounts.add(changedAccount("a"));
            entities.persist(new JpaNote("a"));

            assertThat(accounts.query("where exists (select 1 from note where text = id)"))
                    .hasSize(1);
        });
    }

    @Test
    void an_event_that_is_raised_when_jpa_writes_before_the_commit_is_delivered() throws Exception {
        succeed(() -> entities.persist(new JpaNote("n")));

        succeed(() -> entities.find(JpaNote.class, "n").read());

        Await.until("the event is delivered", () -> heard().contains("updated n"));
    }

    @Test
    void an_event_that_is_raised_when_jpa_writes_is_delivered_after_springs_own_transaction_too() throws Exception {
        succeed(() -> entities.persist(new JpaNote("n")));

        new TransactionTemplate(application.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            unitOfWork.raise(new Noted("first"));
            entities.find(JpaNote.class, "n").read();
        });

        Await.until("the events are delivered", () -> heard().equals(List.of("first", "updated n")));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_COMMIT_FIRST", "BEFORE_COMMIT", "BEFORE_COMPLETION", "LISTENER_BEFORE_COMMIT"})
    void an_event_that_is_raised_when_jpa_writes_what_changed_during_the_commit_is_delivered(CommitMoment moment)
            throws Exception {
        succeed(() -> entities.persist(new JpaNote("n")));

        new TransactionTemplate(manager()).executeWithoutResult(status -> {
            JpaNote note = entities.find(JpaNote.class, "n");
            moment.call(manager(), note::read);
        });

        Await.until("the event is delivered", () -> heard().contains("updated n"));
        assertThat(jdbc.sql("select read from note").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void an_event_that_is_raised_when_jpa_has_committed_is_refused() throws Exception {
        List<Throwable> refusals = new ArrayList<>();

        succeed(() -> {
            entities.persist(new JpaNote("n"));
            unitOfWork.raise(new Noted("in time"));
            entities.unwrap(Session.class).addEventListeners(new SessionEventListener() {
                @Override
                public void transactionCompletion(boolean successful) {
                    refusals.add(catchThrowable(() -> unitOfWork.raise(new Noted("too late"))));
                }
            });
        });
        succeed(() -> unitOfWork.raise(new Noted("next")));

        assertThat(refusals).singleElement().isInstanceOf(IllegalStateException.class);
        Await.until("the events are delivered", () -> heard().size() == 2);
        assertThat(heard()).containsExactlyInAnyOrder("in time", "next");
    }

    @Test
    void a_change_that_jpa_writes_only_at_the_commit_makes_the_transaction_touched() throws Exception {
        succeed(() -> entities.persist(new JpaNote("n")));

        succeed(() -> {
            JpaNote note = entities.find(JpaNote.class, "n");
            assertThat(transactions.isUntouched()).isTrue();
            note.read();
            assertThat(transactions.isUntouched()).isFalse();
        });
    }

    @Test
    void joined_work_that_fails_is_undone_alone_with_what_jpa_has_not_written_yet() throws Exception {
        succeed(() -> {
            entities.persist(new JpaNote("before"));
            refuse(() -> {
                entities.persist(new JpaNote("inner"));
                accounts.add(changedAccount("inner"));
                entities.persist(new JpaNote("inner again"));
            });
            entities.persist(new JpaNote("after"));
            accounts.add(changedAccount("after"));
        });

        assertThat(notes()).containsExactly("after", "before");
        assertThat(accounts.findAll()).extracting(Account::id).containsExactly("after");
        Await.until("the event is delivered", () -> heard().contains("after"));
        assertThat(heard()).containsExactly("after");
    }

    @Test
    void a_statement_that_fails_in_joined_work_leaves_what_jpa_does_around_it_alone() throws Exception {
        succeed(() -> {
            entities.persist(new JpaNote("before"));
            assertThatThrownBy(() -> succeed(() -> {
                        entities.persist(new JpaNote("inner"));
                        jdbc.sql("select 1 / 0").query(Integer.class).single();
                    }))
                    .hasStackTraceContaining("division by zero");
            entities.persist(new JpaNote("after"));
        });

        assertThat(notes()).containsExactly("after", "before");
    }

    @Test
    void what_joined_work_changed_in_an_entity_is_forgotten_when_it_fails() throws Exception {
        succeed(() -> entities.persist(new JpaNote("n")));

        succeed(() -> {
            entities.find(JpaNote.class, "n").read();
            refuse(() -> {
                entities.find(JpaNote.class, "n").read();
                entities.find(JpaNote.class, "n").read();
            });
            entities.find(JpaNote.class, "n").read();
        });

        assertThat(jdbc.sql("select read from note").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void joined_work_that_is_kept_leaves_entities_attached() throws Exception {
        succeed(() -> {
            JpaNote note = new JpaNote("n");
            entities.persist(note);
            succeed(note::read);
            assertThat(note.timesRead()).isEqualTo(1);
            note.read();
        });

        assertThat(jdbc.sql("select read from note").query(Integer.class).single())
                .isEqualTo(2);
    }

    private PlatformTransactionManager manager() {
        return application.getBean(PlatformTransactionManager.class);
    }

    private static Account changedAccount(String id) {
        Account account = new Account(id, 0, 0);
        account.add(1);
        return account;
    }

    private void succeed(Step step) throws Exception {
        unitOfWork.execute(work(step, OperationResult.noContent()));
    }

    private void refuse(Step step) throws Exception {
        unitOfWork.execute(work(step, OperationResult.badRequest("refused")));
    }

    private static Work<Void> work(Step step, OperationResult<Void> result) {
        return () -> {
            step.run();
            return result;
        };
    }

    private List<String> notes() {
        return jdbc.sql("select text from note order by text")
                .query(String.class)
                .list();
    }

    private List<String> heard() {
        return jdbc.sql("select text from heard order by text")
                .query(String.class)
                .list();
    }

    record Noted(String text) implements DomainEvent {}

    private interface Step {
        void run() throws Exception;
    }

    /** Hears events in the same database. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Books {
        @Bean
        MediatorCustomizer ears(JdbcClient jdbc) {
            return builder -> builder.on("noted", Noted.class, noted -> hear(jdbc, noted.text()))
                    .on("changed", Account.Changed.class, changed -> hear(jdbc, changed.account()));
        }

        private static void hear(JdbcClient jdbc, String text) {
            jdbc.sql("insert into heard values (?)").param(text).update();
        }
    }
}
