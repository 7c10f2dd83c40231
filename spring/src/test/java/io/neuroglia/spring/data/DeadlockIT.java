package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.behavior.retry.RetryBehavior;
import io.neuroglia.behavior.retry.RetrySettings;
import io.neuroglia.behavior.transaction.TransactionBehavior;
import io.neuroglia.data.VersionConflictException;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.message.Command;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.data.Transfers.Open;
import io.neuroglia.spring.data.Transfers.Raise;
import io.neuroglia.spring.data.Transfers.Refill;
import io.neuroglia.spring.data.Transfers.Teller;
import io.neuroglia.spring.data.Transfers.Transfer;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two real transactions in each other's way, and what becomes of the one that gives in. */
@ExtendWith(PostgresExtension.class)
class DeadlockIT {
    private TestDatabase database;
    private Mediator mediator;
    private Teller teller;
    private AutoCloseable bank;

    @BeforeEach
    void open(TestDatabase testDatabase) {
        database = testDatabase;
        database.execute("drop schema if exists neuroglia cascade; drop table if exists account, heard; "
                + Account.TABLE + "; create table heard (account text, more int)");
    }

    @AfterEach
    void close() throws Exception {
        bank.close();
    }

    @Test
    void of_two_that_lock_each_other_out_the_one_that_gives_in_is_run_again() throws Exception {
        start("");

        assertThatOneGivesInAndIsRunAgain();
    }

    @Test
    void in_plain_java_it_is_the_same() throws Exception {
        startInPlainJava();

        assertThatOneGivesInAndIsRunAgain();
    }

    @Test
    void the_one_that_gave_in_is_run_again_also_if_the_other_one_commits_only_after_it_has_read() throws Exception {
        start("");
        teller.commitAfterNextRead();

        assertThatOneGivesInAndIsRunAgain();

        assertThat(teller.runs).hasValue(4);
    }

    private void assertThatOneGivesInAndIsRunAgain() throws Exception {
        List<OperationResult<Void>> results = transferBothWays();

        assertThat(results).allMatch(OperationResult::isSuccess);
        assertThat(teller.runs).hasValueGreaterThanOrEqualTo(3);
        assertThat(amount("a")).isEqualTo(2);
        assertThat(amount("b")).isEqualTo(2);
        Await.until("each transfer is heard of", () -> heard() >= 4);
        assertThat(heard())
                .as("events, none of the attempt that was rolled back")
                .isEqualTo(4);
    }

    @Test
    void without_another_attempt_it_is_a_conflict() throws Exception {
        start("", "--neuroglia.retry.enabled=false");

        List<OperationResult<Void>> results = transferBothWays();

        assertThat(results).filteredOn(OperationResult::isSuccess).hasSize(1);
        assertThat(results)
                .filteredOn(result -> !result.isSuccess())
                .singleElement()
                .satisfies(result -> assertThat(((OperationResult.Failure<Void>) result)
                                .problem()
                                .kind())
                        .isEqualTo(FailureKind.CONFLICT));
        assertThat(amount("a")).isEqualTo(1);
    }

    @Test
    void a_failed_serialization_is_run_again() throws Exception {
        start("&options=-c%20default_transaction_isolation=serializable");
        teller.meeting = new CyclicBarrier(2);

        List<OperationResult<Void>> results = together(new Raise("a"), new Raise("a"));

        assertThat(results).allMatch(OperationResult::isSuccess);
        assertThat(teller.runs).hasValueGreaterThan(2);
        assertThat(amount("a")).isEqualTo(2);
    }

    @Test
    void what_another_has_changed_is_a_conflict_unless_the_command_may_be_repeated() throws Exception {
        start("");
        teller.meeting = new CyclicBarrier(2);

        List<OperationResult<Void>> results = together(new Raise("a"), new Raise("a"));

        assertThat(results).filteredOn(OperationResult::isSuccess).hasSize(1);
        assertThat(amount("a")).isEqualTo(1);

        teller.runs.set(0);
        results = together(new Refill("b"), new Refill("b"));

        assertThat(results).allMatch(OperationResult::isSuccess);
        assertThat(amount("b")).isEqualTo(2);
    }

    private List<OperationResult<Void>> transferBothWays() throws Exception {
        teller.meeting = new CyclicBarrier(2);
        return together(new Transfer("a", "b"), new Transfer("b", "a"));
    }

    private List<OperationResult<Void>> together(Command<Void> one, Command<Void> other) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<OperationResult<Void>> first = threads.submit(() -> mediator.execute(one));
            Future<OperationResult<Void>> second = threads.submit(() -> mediator.execute(other));
            return List.of(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS));
        }
    }

    private void start(String parameters, String... arguments) {
        ConfigurableApplicationContext application = new SpringApplicationBuilder(Transfers.class)
                .web(WebApplicationType.NONE)
                .properties("spring.datasource.url=" + database.jdbcUrl() + parameters, "spring.flyway.enabled=false")
                .run(arguments);
        bank = application;
        teller = application.getBean(Teller.class);
        mediator = application.getBean(Mediator.class);
        openAccounts();
    }

    private void startInPlainJava() {
        Transactions transactions = new JdbcTransactions(database.dataSource());
        DurableDelivery delivery =
                DurableDelivery.create(database.dataSource(), transactions, DeliverySettings.forApplication("test"));
        bank = delivery;
        teller = new Teller(transactions, delivery.unitOfWork());
        MediatorBuilder builder = Mediator.builder()
                .behavior(
                        Command.class,
                        new RetryBehavior(
                                delivery.unitOfWork(),
                                RetrySettings.defaults(),
                                List.of(VersionConflictException.class)))
                .behavior(Command.class, new TransactionBehavior(delivery.unitOfWork()));
        new Transfers()
                .handlers(teller, new JdbcTemplate(database.dataSource()))
                .customize(builder);
        mediator = builder.build();
        delivery.start(mediator);
        openAccounts();
    }

    private void openAccounts() {
        assertThat(mediator.execute(new Open("a")).isSuccess()).isTrue();
        assertThat(mediator.execute(new Open("b")).isSuccess()).isTrue();
    }

    private int amount(String account) {
        return teller.accounts.findById(account).orElseThrow().amount();
    }

    private int heard() {
        Integer count =
                new JdbcTemplate(database.dataSource()).queryForObject("select count(*) from heard", Integer.class);
        return count == null ? 0 : count;
    }
}
