package io.neuroglia.spring.mediation;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.neuroglia.behavior.caching.CachingBehavior;
import io.neuroglia.behavior.caching.CaffeineQueryCache;
import io.neuroglia.caching.QueryCache;
import io.neuroglia.transaction.UnitOfWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps answers of cached queries: in the application's own {@link QueryCache}, or in memory when Caffeine is on the class
 * path.
 *
 * @since 0.1
 */
@AutoConfiguration(
        before = MediatorAutoConfiguration.class,
        afterName = "io.neuroglia.spring.data.DataAutoConfiguration")
@ConditionalOnBooleanProperty(name = "neuroglia.caching.enabled", matchIfMissing = true)
@EnableConfigurationProperties(CachingProperties.class)
public final class CachingAutoConfiguration {

    /** Called by Spring. */
    CachingAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(QueryCache.class)
    CachingBehavior cachingBehavior(QueryCache cache) {
        return new CachingBehavior(cache);
    }

    /** Apart, because it cannot be read without Caffeine; seen first, because it is a member. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Caffeine.class)
    static class CaffeineConfiguration {
        @Bean
        @ConditionalOnMissingBean(QueryCache.class)
        CaffeineQueryCache queryCache(ObjectProvider<UnitOfWork> unitOfWork, CachingProperties properties) {
            UnitOfWork beside = unitOfWork.getIfAvailable();
            return beside == null
                    ? new CaffeineQueryCache(properties.maximumSize())
                    : new CaffeineQueryCache(beside, properties.maximumSize());
        }
    }
}
