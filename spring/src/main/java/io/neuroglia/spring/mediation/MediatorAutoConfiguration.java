package io.neuroglia.spring.mediation;

import io.neuroglia.behavior.logging.LoggingBehavior;
import io.neuroglia.behavior.transaction.TransactionBehavior;
import io.neuroglia.behavior.validation.ValidationBehavior;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.transaction.UnitOfWork;
import jakarta.validation.Validator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Makes the {@link Mediator}, the handlers that the compiler indexed and the library's behaviors, unless the application
 * has a mediator of its own.
 *
 * @since 0.1
 */
@AutoConfiguration(afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnMissingBean(Mediator.class)
@Import(IndexedBeanRegistrar.class)
public final class MediatorAutoConfiguration {

    /** Called by Spring. */
    MediatorAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    MediatorBuilder mediatorBuilder(@Value("${neuroglia.strict:true}") boolean strict) {
        return Mediator.builder().strict(strict);
    }

    @Bean
    Mediator mediator(MediatorBuilder builder) {
        return builder.mediator();
    }

    @Bean
    MediatorAssembly mediatorAssembly(
            MediatorBuilder builder,
            ObjectProvider<PipelineBehavior<?>> behaviors,
            ObjectProvider<MediatorCustomizer> customizers,
            ConfigurableListableBeanFactory beans) {
        return new MediatorAssembly(
                builder,
                HandlerIndexes.load(beans.getBeanClassLoader()),
                new BehaviorBeans(behaviors),
                customizers.orderedStream().toList(),
                beans);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty(name = "neuroglia.logging.enabled", matchIfMissing = true)
    LoggingBehavior loggingBehavior() {
        return new LoggingBehavior();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(UnitOfWork.class)
    @ConditionalOnBooleanProperty(name = "neuroglia.transaction.enabled", matchIfMissing = true)
    TransactionBehavior transactionBehavior(UnitOfWork unitOfWork) {
        return new TransactionBehavior(unitOfWork);
    }

    /** Apart, because it cannot be read without Jakarta Validation. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Validator.class)
    static class ValidationConfiguration {
        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnBean(Validator.class)
        @ConditionalOnBooleanProperty(name = "neuroglia.validation.enabled", matchIfMissing = true)
        ValidationBehavior validationBehavior(Validator validator) {
            return new ValidationBehavior(validator);
        }
    }
}
