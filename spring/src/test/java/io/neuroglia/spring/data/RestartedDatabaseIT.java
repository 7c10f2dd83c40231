package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.postgres.EmbeddedPostgres;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.OperationResult.Failure;
import io.neuroglia.spring.data.Bank.Deposit;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database is killed and started again while commands are coming in. */
class RestartedDatabaseIT {
    private static final int CALLERS = 4;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<FailureKind> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void commands_are_unavailable_meanwhile_and_nothing_acknowledged_is_lost() throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.temporary().durable(true).start()) {
            String url = server.jdbcUrlWithCredentials("postgres");
            JdbcTemplate outside = new JdbcTemplate(new DriverManagerDataSource(url));
            outside.execute(Account.TABLE + "; create table heard (account text not null)");
            try (ConfigurableApplicationContext bank = FailingDatabaseIT.start(Bank.class, url);
                    ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
                Mediator mediator = bank.getBean(Mediator.class);
                List<Future<?>> running = IntStream.range(0, CALLERS)
                        .<Future<?>>mapToObj(caller -> callers.submit(() -> call(mediator)))
                        .toList();
                killAndStart(server);
                over.set(true);
                for (Future<?> each : running) {
                    each.get(30, TimeUnit.SECONDS);
                }
                assertThat(refusals).isNotEmpty().containsOnly(FailureKind.UNAVAILABLE);
                assertNothingIsLostOrDoubled(outside);
            }
        }
    }

    private void killAndStart(EmbeddedPostgres server) throws Exception {
        Await.until("commands are coming in", () -> acknowledged.size() > 100);
        server.kill();
        int before = refusals.size();
        Await.until("commands are refused", () -> refusals.size() > before);
        server.restart();
        int sofar = acknowledged.size();
        Await.until("commands are taken again", () -> acknowledged.size() > sofar + 100);
    }

    /** What was refused may have been committed all the same, when the answer to the commit was lost; once, then. */
    private void assertNothingIsLostOrDoubled(JdbcTemplate outside) {
        List<String> stored = outside.queryForList("select id from account order by id", String.class);
        assertThat(new HashSet<>(stored)).containsAll(acknowledged);
        Await.until("every deposit is heard of", () -> heard(outside).size() >= stored.size());
        assertThat(heard(outside)).isEqualTo(stored);
    }

    private static List<String> heard(JdbcTemplate outside) {
        return outside.queryForList("select account from heard order by account", String.class);
    }

    private void call(Mediator mediator) {
        while (!over.get()) {
            String account = "a" + next.incrementAndGet();
            OperationResult<Void> result = mediator.execute(new Deposit(account));
            if (result instanceof Failure<Void> failure) {
                refusals.add(failure.problem().kind());
            } else {
                acknowledged.add(account);
            }
        }
    }
}
