package io.neuroglia.spring.data;

import java.util.Set;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the actuator endpoint {@code deliveries}, beside those that every endpoint has.
 *
 * @param showValues when to show what events say
 * @param roles who is authorized to see it; if empty, everybody who is logged in
 */
@ConfigurationProperties("management.endpoint.deliveries")
record DeliveriesEndpointProperties(
        @DefaultValue("never") Show showValues,
        @DefaultValue Set<String> roles) {}
