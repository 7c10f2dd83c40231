package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.message.Command;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.mediation.MediatorCustomizer;
import io.neuroglia.transaction.RepeatOnConflict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application whose commands can be made to meet in the middle. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Transfers {
    @Bean
    Teller teller(Transactions transactions, EventSink events) {
        return new Teller(transactions, events);
    }

    @Bean
    MediatorCustomizer handlers(Teller teller, JdbcTemplate jdbc) {
        return builder -> builder.handle(Open.class, open -> teller.open(open.account()))
                .handle(Transfer.class, teller::transfer)
                .handle(Raise.class, raise -> teller.raiseOne(raise.account()))
                .handle(Refill.class, refill -> teller.raiseOne(refill.account()))
                .on(
                        "ledger",
                        Account.Changed.class,
                        changed -> jdbc.update("insert into heard values (?, ?)", changed.account(), changed.more()));
    }

    record Open(String account) implements Command<Void> {}

    record Transfer(String first, String second) implements Command<Void> {}

    record Raise(String account) implements Command<Void> {}

    @RepeatOnConflict
    record Refill(String account) implements Command<Void> {}

    /** Changes accounts; in its first two runs it waits in the middle until both are there. */
    static final class Teller {
        final AtomicInteger runs = new AtomicInteger();
        final PostgresRepository<Account, String, Account.State> accounts;
        volatile CyclicBarrier meeting = new CyclicBarrier(1);
        private volatile CountDownLatch readAgain = new CountDownLatch(0);

        Teller(Transactions transactions, EventSink events) {
            accounts = PostgresRepository.of(transactions, events, "account", new Account.Mapping());
        }

        OperationResult<Void> open(String account) {
            accounts.add(new Account(account, 0, 0));
            return OperationResult.noContent();
        }

        OperationResult<Void> transfer(Transfer transfer) throws Exception {
            int run = runs.incrementAndGet();
            Account first = accounts.findById(transfer.first()).orElseThrow();
            if (run > 2) {
                readAgain.countDown();
            }
            raise(first);
            meet(run);
            raise(accounts.findById(transfer.second()).orElseThrow());
            if (run <= 2) {
                assertThat(readAgain.await(10, TimeUnit.SECONDS)).isTrue();
            }
            return OperationResult.noContent();
        }

        /** From now on the one that is not rolled back commits when the other one has read in its next run. */
        void commitAfterNextRead() {
            readAgain = new CountDownLatch(1);
        }

        OperationResult<Void> raiseOne(String id) throws Exception {
            int run = runs.incrementAndGet();
            Account account = accounts.findById(id).orElseThrow();
            meet(run);
            raise(account);
            return OperationResult.noContent();
        }

        private void raise(Account account) {
            account.add(1);
            accounts.save(account);
        }

        private void meet(int run) throws Exception {
            if (run <= 2) {
                meeting.await(10, TimeUnit.SECONDS);
            }
        }
    }
}
