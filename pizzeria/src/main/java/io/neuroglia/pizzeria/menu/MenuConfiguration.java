package io.neuroglia.pizzeria.menu;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.data.jdbc.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MenuConfiguration {

    MenuConfiguration() {}

    @Bean
    Repository<Pizza, String> pizzas(Transactions transactions, EventSink events) {
        return PostgresRepository.of(transactions, events, "pizzeria.pizza", new PizzaMapping());
    }
}
