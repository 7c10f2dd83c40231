package io.neuroglia.pizzeria.ordering;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.pizzeria.menu.Pizza;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderingConfiguration {

    OrderingConfiguration() {}

    @Bean
    Repository<Order, String> orders(Transactions transactions, EventSink events) {
        return PostgresRepository.of(transactions, events, "pizzeria.customer_order", new OrderMapping());
    }

    @Bean
    OrderingTerms orderingTerms(
            @Value("${pizzeria.kitchen.opens}") String opens,
            @Value("${pizzeria.kitchen.closes}") String closes,
            @Value("${pizzeria.delivery.area}") List<String> area,
            Clock clock) {
        OpeningHours hours = new OpeningHours(TimeOfDay.of(opens), TimeOfDay.of(closes));
        return new OrderingTerms(hours, new DeliveryArea(area), clock);
    }

    @Bean
    PizzaSelection pizzaSelection(Repository<Pizza, String> menu) {
        return new PizzaSelection(menu);
    }
}
