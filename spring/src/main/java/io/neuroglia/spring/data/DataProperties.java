package io.neuroglia.spring.data;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which of several beans the library uses. Neither is needed where there is one, or one is primary.
 *
 * @param dataSource name of the bean of the database that has the events and the aggregates
 * @param transactionManager name of the bean that manages that database's transactions
 */
@ConfigurationProperties("neuroglia.data")
record DataProperties(@Nullable String dataSource, @Nullable String transactionManager) {}
