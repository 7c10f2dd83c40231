package io.neuroglia.pizzeria.kitchen;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class KitchenConfiguration {

    KitchenConfiguration() {}

    @Bean(initMethod = "open")
    KitchenPlaces kitchenPlaces(JdbcClient jdbc, @Value("${pizzeria.kitchen.capacity}") int capacity) {
        return new KitchenPlaces(jdbc, capacity);
    }

    @Bean
    KitchenDisplay kitchenDisplay(JdbcClient jdbc) {
        return new KitchenDisplay(jdbc);
    }
}
