package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Command;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.OperationResult.Failure;
import io.neuroglia.result.Problem;
import io.neuroglia.spring.data.Bank.Deposit;
import io.neuroglia.spring.data.Bank.DepositByTemplate;
import io.neuroglia.spring.data.Bank.Linger;
import io.neuroglia.spring.data.Bank.Ponder;
import io.neuroglia.spring.data.Bank.Teller;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import java.sql.Connection;
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
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a command answers when the database cannot do its work, and that all goes on when it can again. */
@ExtendWith(PostgresExtension.class)
class FailingDatabaseIT {
    private TestDatabase database;
    private ConfigurableApplicationContext bank;
    private Mediator mediator;
    private JdbcTemplate outside;

    /** May change what others may not. */
    private JdbcTemplate administration;

    @BeforeEach
    void start(TestDatabase testDatabase) {
        database = testDatabase;
        outside = new JdbcTemplate(database.dataSource());
        administration = new JdbcTemplate(new DriverManagerDataSource(
                database.jdbcUrl() + "&options=-c%20default_transaction_read_only=off%20-c%20statement_timeout=0"));
        database.execute("drop schema if exists neuroglia cascade; drop table if exists account, heard; "
                + Account.TABLE + "; create table heard (account text not null)");
        bank = start(Bank.class, database.jdbcUrl());
        mediator = bank.getBean(Mediator.class);
    }

    @AfterEach
    void stop() {
        alterDatabase("reset all");
        bank.close();
    }

    static ConfigurableApplicationContext start(Class<?> application, String url) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + url,
                        "spring.datasource.hikari.connection-timeout=1000",
                        "spring.flyway.enabled=false")
                .run();
    }

    @Test
    void a_database_that_accepts_no_changes_is_unavailable_until_it_does() {
        everySession("default_transaction_read_only = on");

        for (Command<Void> command : List.<Command<Void>>of(new Deposit("a"), new DepositByTemplate("a"))) {
            assertUnavailable(mediator.execute(command), "Nothing can be changed at the moment");
        }

        everySession("default_transaction_read_only = off");
        assertThat(mediator.execute(new Deposit("b")).isSuccess()).isTrue();
        Await.until("the deposit is heard of", () -> heard().contains("b"));
        assertThat(heard()).containsExactly("b");
    }

    /** A disk cannot be filled everywhere that tests run; a trigger refuses with the state that PostgreSQL gives then. */
    @Test
    void a_full_disk_is_unavailable_until_there_is_room() {
        database.execute("""
            create function no_room() returns trigger language plpgsql as $$
            begin
                raise exception 'could not extend file: No space left on device' using errcode = '53100';
            end $$;
            create trigger no_room before insert on account for each row execute function no_room()
            """);

        for (Command<Void> command : List.<Command<Void>>of(new Deposit("a"), new DepositByTemplate("a"))) {
            assertUnavailable(mediator.execute(command), "Nothing can be stored at the moment");
        }

        database.execute("drop trigger no_room on account");
        assertThat(mediator.execute(new Deposit("a")).isSuccess()).isTrue();
        Await.until("the deposit is heard of", () -> heard().contains("a"));
    }

    @Test
    void a_disk_too_full_for_the_event_rolls_the_change_back_with_it() {
        database.execute("""
            create function no_room_for_events() returns trigger language plpgsql as $$
            begin
                raise exception 'could not extend file: No space left on device' using errcode = '53100';
            end $$;
            create trigger no_room before insert on neuroglia.event for each row execute function no_room_for_events()
            """);

        assertUnavailable(mediator.execute(new Deposit("a")), "Nothing can be stored at the moment");

        assertThat(accounts()).isEmpty();
    }

    @Test
    void a_statement_that_takes_too_long_is_cancelled_and_unavailable() {
        everySession("statement_timeout = '200ms'");

        for (Command<Void> command : List.<Command<Void>>of(new Ponder(false), new Ponder(true))) {
            assertUnavailable(mediator.execute(command), "This took too long");
        }
    }

    @Test
    void a_lock_that_is_not_to_be_had_is_a_conflict() throws Exception {
        mediator.execute(new Deposit("a"));
        everySession("lock_timeout = '200ms'");

        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from account where id = 'a' for update");

            assertFailure(mediator.execute(new Deposit("a")), FailureKind.CONFLICT, "Somebody else is changing this");

            other.rollback();
        }
        assertThat(mediator.execute(new Deposit("a")).isSuccess()).isTrue();
    }

    @Test
    void a_transaction_that_idles_too_long_is_ended_by_the_database_and_unavailable() {
        everySession("idle_in_transaction_session_timeout = '200ms'");

        assertThat(mediator.execute(new Linger()))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problem().kind()).isEqualTo(FailureKind.UNAVAILABLE));

        assertThat(accounts()).isEmpty();
    }

    @Test
    void deliveries_of_others_go_on_while_a_transaction_is_held_open() throws Exception {
        UnitOfWork unitOfWork = bank.getBean(UnitOfWork.class);
        Teller teller = bank.getBean(Teller.class);

        unitOfWork.execute(() -> {
            teller.deposit("held");
            Thread.ofVirtual()
                    .start(() -> mediator.execute(new Deposit("other")))
                    .join();
            Await.until("the other's deposit is heard of", () -> heard().contains("other"));
            assertThat(heard()).doesNotContain("held");
            return OperationResult.noContent();
        });

        Await.until("the held one is heard of", () -> heard().contains("held"));
    }

    /** For sessions that begin from here on; those there are ended, and taken out of the pool. */
    private void everySession(String setting) {
        alterDatabase("set " + setting);
        administration.queryForList("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
        Objects.requireNonNull(bank.getBean(HikariDataSource.class).getHikariPoolMXBean())
                .softEvictConnections();
    }

    private void alterDatabase(String setting) {
        String name = administration.queryForObject("select current_database()", String.class);
        administration.execute("alter database " + name + " " + setting);
    }

    private static void assertUnavailable(OperationResult<Void> result, String advice) {
        assertFailure(result, FailureKind.UNAVAILABLE, advice);
    }

    private static void assertFailure(OperationResult<Void> result, FailureKind kind, String advice) {
        assertThat(result).isInstanceOf(Failure.class);
        Problem problem = ((Failure<Void>) result).problem();
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.message()).startsWith(advice).doesNotContain("account");
    }

    private List<String> accounts() {
        return outside.queryForList("select id from account", String.class);
    }

    private List<String> heard() {
        return outside.queryForList("select account from heard", String.class);
    }
}
