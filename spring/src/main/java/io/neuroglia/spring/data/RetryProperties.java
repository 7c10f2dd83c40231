package io.neuroglia.spring.data;

import io.neuroglia.behavior.retry.RetrySettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how commands are run again that another transaction was in the way of.
 *
 * @param enabled whether they are
 * @param attempts how often a command is run at most, the first time included
 * @param firstPause the longest pause after the first attempt; doubles with each further one
 * @param longestPause the longest pause of all
 */
@ConfigurationProperties("neuroglia.retry")
record RetryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("4") int attempts,
        @DefaultValue("20ms") Duration firstPause,
        @DefaultValue("500ms") Duration longestPause) {

    RetrySettings settings() {
        return new RetrySettings(attempts, firstPause, longestPause);
    }
}
