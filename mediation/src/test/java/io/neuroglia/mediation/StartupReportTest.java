package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.neuroglia.result.OperationResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StartupReportTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Mediator.class);
    private final @Nullable Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop_listening() {
        logger.detachAppender(log);
        logger.setLevel(before);
    }

    @Test
    void a_mediator_tells_its_figures_in_one_line() {
        logger.setLevel(Level.INFO);

        Mediator unused = small();

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("The mediator knows 1 request with its handler, 0 behaviors and 1 event handler");
    }

    @Test
    void to_those_who_debug_it_tells_everything() {
        logger.setLevel(Level.DEBUG);

        Mediator mediator = small();

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains(mediator.describe().toString());
    }

    private static Mediator small() {
        return Mediator.builder()
                .handle(Ping.class, ping -> OperationResult.ok("pong"))
                .on("bell", String.class, event -> {})
                .build();
    }
}
