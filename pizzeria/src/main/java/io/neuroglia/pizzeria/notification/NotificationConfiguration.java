package io.neuroglia.pizzeria.notification;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsSettings.class)
class NotificationConfiguration {

    NotificationConfiguration() {}

    @Bean
    NotificationLog notificationLog(JdbcClient jdbc, Clock clock) {
        return new PostgresNotificationLog(jdbc, clock);
    }

    @Bean
    SmsGateway smsGateway(SmsSettings settings, NotificationLog log) {
        return new SimulatedSmsGateway(
                settings, () -> ThreadLocalRandom.current().nextDouble(), log);
    }

    @Bean
    KitchenPrinter kitchenPrinter(NotificationLog log) {
        return new SimulatedKitchenPrinter(log);
    }
}
