package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.DurableUnitOfWork;
import io.neuroglia.spring.mediation.MediatorAutoConfiguration;
import io.neuroglia.transaction.UnitOfWork;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes {@link Transactions} that are Spring's, durable delivery and its unit of work, when there is one data source with
 * a transaction manager.
 *
 * @since 0.1
 */
@AutoConfiguration(
        before = MediatorAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
        })
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(DeliveryProperties.class)
public final class DataAutoConfiguration {

    /** Called by Spring. */
    DataAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(Transactions.class)
    @ConditionalOnSingleCandidate(PlatformTransactionManager.class)
    SpringTransactions springTransactions(PlatformTransactionManager transactionManager, DataSource dataSource) {
        return new SpringTransactions(transactionManager, dataSource);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "neuroglia.delivery.enabled", matchIfMissing = true)
    @ConditionalOnMissingBean({DurableDelivery.class, UnitOfWork.class})
    @ConditionalOnBean(Transactions.class)
    DurableDelivery durableDelivery(
            DataSource dataSource, Transactions transactions, DeliveryProperties properties, BeanFactory beans) {
        DurableDelivery delivery =
                DurableDelivery.create(dataSource, transactions, properties.settings(PoolSize.of(dataSource, beans)));
        beans.getBeanProvider(DeliveryCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(delivery));
        return delivery;
    }

    @Bean
    @ConditionalOnBean(DurableDelivery.class)
    @ConditionalOnMissingBean(UnitOfWork.class)
    DurableUnitOfWork durableUnitOfWork(DurableDelivery delivery) {
        return delivery.unitOfWork();
    }
}
