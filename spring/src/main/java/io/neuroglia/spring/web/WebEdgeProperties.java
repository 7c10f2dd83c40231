package io.neuroglia.spring.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the web edge.
 *
 * @param enabled whether results, failures and exceptions are answered by the web edge
 * @param internalErrorMessage what a caller reads when a defect of ours is to blame
 * @param maxBodySize the most that the body of a request may hold
 * @param strictJson whether JSON of a wrong type is refused rather than converted
 */
@ConfigurationProperties("neuroglia.web")
record WebEdgeProperties(
        @DefaultValue("true") boolean enabled,

        @DefaultValue("Sorry, we're having technical difficulties. Please try again.")
        String internalErrorMessage,

        @DefaultValue("256KB") DataSize maxBodySize,
        @DefaultValue("true") boolean strictJson) {}
