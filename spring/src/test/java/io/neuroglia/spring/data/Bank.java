package io.neuroglia.spring.data;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.message.Command;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.mediation.MediatorCustomizer;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application with accounts, whose event handler writes what it hears into the table {@code heard}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Bank {
    @Bean
    Teller teller(Transactions transactions, EventSink events, JdbcTemplate jdbc, DataSourceProperties settings) {
        DriverManagerDataSource outside = new DriverManagerDataSource(settings.determineUrl());
        return new Teller(transactions, events, jdbc, new JdbcTemplate(outside));
    }

    @Bean
    MediatorCustomizer handlers(Teller teller, JdbcTemplate jdbc) {
        return builder -> builder.handle(Deposit.class, deposit -> teller.deposit(deposit.account()))
                .handle(DepositByTemplate.class, deposit -> teller.depositByTemplate(deposit.account()))
                .handle(Ponder.class, ponder -> teller.ponder(ponder.byTemplate()))
                .handle(Linger.class, linger -> teller.linger())
                .on(
                        "ledger",
                        Account.Changed.class,
                        changed -> jdbc.update("insert into heard values (?)", changed.account()));
    }

    record Deposit(String account) implements Command<Void> {}

    record DepositByTemplate(String account) implements Command<Void> {}

    record Ponder(boolean byTemplate) implements Command<Void> {}

    record Linger() implements Command<Void> {}

    /** Writes in the library's way and in Spring's. */
    static final class Teller {
        private final PostgresRepository<Account, String, Account.State> accounts;
        private final JdbcTemplate jdbc;

        /** Outside of the transaction. */
        private final JdbcTemplate others;

        Teller(Transactions transactions, EventSink events, JdbcTemplate jdbc, JdbcTemplate others) {
            this.accounts = PostgresRepository.of(transactions, events, "account", new Account.Mapping());
            this.jdbc = jdbc;
            this.others = others;
        }

        OperationResult<Void> deposit(String id) {
            Account account = accounts.findById(id).orElseGet(() -> new Account(id, 0, 0));
            account.add(1);
            if (account.version() == 0) {
                accounts.add(account);
            } else {
                accounts.save(account);
            }
            return OperationResult.noContent();
        }

        OperationResult<Void> depositByTemplate(String id) {
            jdbc.update("insert into account values (?, 1, '{}')", id);
            return OperationResult.noContent();
        }

        OperationResult<Void> ponder(boolean byTemplate) {
            if (byTemplate) {
                jdbc.execute("select pg_sleep(10)");
            } else {
                accounts.query("union all select 1, '{}', '' from pg_sleep(10)");
            }
            return OperationResult.noContent();
        }

        OperationResult<Void> linger() {
            String id = UUID.randomUUID().toString();
            deposit(id);
            Integer own = jdbc.queryForObject("select pg_backend_pid()", Integer.class);
            Await.until(
                    "the session is ended",
                    () -> others.queryForList("select 1 from pg_stat_activity where pid = ?", Integer.class, own)
                            .isEmpty());
            deposit(id);
            return OperationResult.noContent();
        }
    }
}
