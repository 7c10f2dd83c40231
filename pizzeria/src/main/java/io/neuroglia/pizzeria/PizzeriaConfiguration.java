package io.neuroglia.pizzeria;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PizzeriaConfiguration {

    PizzeriaConfiguration() {}

    /** The time, in the pizzeria's zone. */
    @Bean
    Clock clock(@Value("${pizzeria.time-zone}") ZoneId zone) {
        return Clock.system(zone);
    }
}
