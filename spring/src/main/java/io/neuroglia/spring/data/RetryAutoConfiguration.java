package io.neuroglia.spring.data;

import io.neuroglia.behavior.retry.RetryBehavior;
import io.neuroglia.behavior.transaction.TransactionBehavior;
import io.neuroglia.data.VersionConflictException;
import io.neuroglia.spring.mediation.MediatorAutoConfiguration;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Runs commands again that another transaction was in the way of, when their units of work undo all that they did.
 *
 * @since 0.1
 */
@AutoConfiguration(after = MediatorAutoConfiguration.class)
@ConditionalOnBean(TransactionBehavior.class)
@ConditionalOnBooleanProperty(name = "neuroglia.retry.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RetryProperties.class)
public final class RetryAutoConfiguration {

    /** Called by Spring. */
    RetryAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    RetryBehavior retryBehavior(UnitOfWork unitOfWork, RetryProperties properties) {
        return new RetryBehavior(
                unitOfWork,
                properties.settings(),
                List.of(VersionConflictException.class, OptimisticLockingFailureException.class));
    }
}
