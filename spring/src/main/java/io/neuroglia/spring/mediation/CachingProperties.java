package io.neuroglia.spring.mediation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of cached queries.
 *
 * @param enabled whether answers of cached queries are kept
 * @param maximumSize how many answers are kept at most
 */
@ConfigurationProperties("neuroglia.caching")
record CachingProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10000") long maximumSize) {}
