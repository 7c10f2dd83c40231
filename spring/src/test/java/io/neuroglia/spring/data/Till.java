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

/** An application whose events have a key, and are poison for its handler {@code bookkeeping} if their item is. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Till {
    @Bean
    MediatorCustomizer handlers(UnitOfWork unitOfWork, JdbcTemplate jdbc) {
        return builder -> builder.handle(Sell.class, sell -> {
                    unitOfWork.raise(sell.till(), new Sold(sell.item()));
                    return OperationResult.noContent();
                })
                .on("bookkeeping", Sold.class, sold -> book(sold, jdbc));
    }

    private static void book(Sold sold, JdbcTemplate jdbc) {
        if (sold.item().equals("poison")) {
            throw new IllegalStateException("Nobody can book this");
        }
        jdbc.update("insert into note (text) values (?)", "booked " + sold.item());
    }

    record Sell(String till, String item) implements Command<Void> {}

    record Sold(String item) implements DomainEvent {}
}
