package io.neuroglia.spring.web;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

/** Tells Tomcat of the limit of bodies; forms it reads itself, past our filters. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ConfigurableTomcatWebServerFactory.class, Connector.class})
class TomcatConfiguration {
    /** What is read of a refused body, so that a client that is still sending can read the refusal. */
    private static final int SWALLOWED = (int) DataSize.ofMegabytes(32).toBytes();

    @Bean
    @Order(1) // after Spring Boot's own customizer
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodyLimitForTomcat(BodyLimit limit) {
        return factory -> factory.addConnectorCustomizers(connector -> customize(connector, limit));
    }

    private static void customize(Connector connector, BodyLimit limit) {
        connector.setMaxPostSize((int) Math.min(limit.most().toBytes(), Integer.MAX_VALUE));
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            int configured = http.getMaxSwallowSize();
            http.setMaxSwallowSize(configured < 0 ? configured : Math.max(configured, SWALLOWED));
        }
    }
}
