package io.neuroglia.spring.data;

import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.mediation.MediatorCustomizer;
import io.neuroglia.transaction.UnitOfWork;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small application with events, which writes what it does into the table {@code note}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Shop {
    static final String TABLE = "create table note (text text not null)";

    @Bean
    MediatorCustomizer handlers(UnitOfWork unitOfWork, JdbcTemplate jdbc) {
        return builder -> builder.handle(Sell.class, sell -> sell(sell, unitOfWork, jdbc))
                .on("bookkeeping", Sold.class, sold -> book(sold, jdbc));
    }

    private static OperationResult<String> sell(Sell sell, UnitOfWork unitOfWork, JdbcTemplate jdbc) {
        write(jdbc, "sold " + sell.item());
        unitOfWork.raise(new Sold(sell.item()));
        return sell.item().equals("stone")
                ? OperationResult.badRequest("Nobody buys stones")
                : OperationResult.ok("sold " + sell.item());
    }

    private static void book(Sold sold, JdbcTemplate jdbc) {
        if (sold.item().equals("trouble")) {
            throw new IllegalStateException("There is no account for trouble");
        }
        write(jdbc, "booked " + sold.item());
    }

    private static void write(JdbcTemplate jdbc, String text) {
        jdbc.update("insert into note (text) values (?)", text);
    }

    record Sell(String item) implements Command<String> {}

    record Sold(String item) implements DomainEvent {}
}
