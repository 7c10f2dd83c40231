package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.DurableUnitOfWork;
import io.neuroglia.spring.mediation.MediatorAutoConfiguration;
import io.neuroglia.transaction.UnitOfWork;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Makes {@link Transactions} that are Spring's, durable delivery and its unit of work, when there is a data source. If it
 * cannot be determined which data source or transaction manager is meant, the application does not start.
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
@Conditional(DataSourceCondition.class)
@EnableConfigurationProperties({DataProperties.class, DeliveryProperties.class})
public final class DataAutoConfiguration {

    /** Called by Spring. */
    DataAutoConfiguration() {}

    @Bean
    DataBeans dataBeans(ListableBeanFactory beans, DataProperties properties, DeliveryProperties delivery) {
        return new DataBeans(beans, properties, delivery);
    }

    @Bean
    @ConditionalOnMissingBean(Transactions.class)
    SpringTransactions springTransactions(DataBeans data) {
        return new SpringTransactions(
                data.transactionManager(), data.dataSource().bean());
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "neuroglia.delivery.enabled", matchIfMissing = true)
    @ConditionalOnMissingBean({DurableDelivery.class, UnitOfWork.class})
    @ConditionalOnBean(Transactions.class)
    DurableDelivery durableDelivery(
            DataBeans data,
            Transactions transactions,
            DeliveryProperties properties,
            ListableBeanFactory beans,
            Environment environment) {
        PoolSize.requireRoom(data, properties, beans);
        PostgresRequirement.check(data.dataSource());
        DurableDelivery delivery = DurableDelivery.create(
                data.deliveryDataSource().bean(),
                transactions,
                properties.settings(
                        () -> ApplicationName.of(beans, environment),
                        PoolSize.of(data.dataSource().bean(), beans)));
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
