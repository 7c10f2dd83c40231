package io.neuroglia.pizzeria;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the pizzeria where to find it. */
@Component
class OpeningNotice {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningNotice.class);

    private final Environment environment;

    OpeningNotice(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        LOG.info(
                "Mario's Pizzeria is open: http://localhost:{}/api/menu", environment.getProperty("local.server.port"));
    }
}
