package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.QueryHandler;
import io.neuroglia.message.Command;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.pipeline.PipelineDescription.Link;
import io.neuroglia.pipeline.RequestBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediatorDescriptionTest {

    private static final String HERE = MediatorDescriptionTest.class.getName() + "$";

    private final Mediator mediator = Mediator.builder()
            .behavior(Command.class, new Noting<>(Stage.TRANSACT, "transaction", List.of()))
            .behavior(Request.class, new Log())
            .behavior(Request.class, new Declining())
            .around(Ping.class, new Polite())
            .handle(Ping.class, new Pong())
            .build();

    @Test
    void it_tells_the_pipeline_from_the_outside_in_and_why_each_behavior_is_in_it_or_not() {
        assertThat(mediator.describe(Ping.class)).hasToString("""
            io.neuroglia.mediation.Ping
              + OBSERVE     %1$sLog (for Request)
              + VALIDATE    %1$sPolite (for Ping)
              - CACHE       %1$sDeclining (declined by appliesTo)
              - TRANSACT    io.neuroglia.mediation.Noting (for Command only)
              = %1$sPong\
            """.formatted(HERE));
    }

    @Test
    void the_whole_mediator_tells_every_pipeline_and_every_event_handler() {
        Mediator whole = Mediator.builder()
                .handle(Rename.class, rename -> OperationResult.ok(rename.name()))
                .handle(Ping.class, new Pong())
                .on("bell", Ping.class, event -> {})
                .build();

        MediatorDescription description = whole.describe();

        assertThat(description.pipelines())
                .extracting(PipelineDescription::requestType)
                .containsExactly(Ping.class.getName(), Rename.class.getName());
        assertThat(description.summary()).isEqualTo("2 requests with their handlers, 0 behaviors and 1 event handler");
        assertThat(description)
                .asString()
                .startsWith(description.summary() + "\nio.neuroglia.mediation.Ping\n  = " + HERE + "Pong")
                .endsWith("\nEvent handler bell on Ping");
    }

    @Test
    void its_summary_counts_in_words() {
        assertThat(mediator.describe().summary())
                .isEqualTo("1 request with its handler, 4 behaviors and 0 event handlers");
        assertThat(Mediator.builder().build().describe().summary())
                .isEqualTo("0 requests with their handlers, 0 behaviors and 0 event handlers");
    }

    @Test
    void its_parts_can_be_read() {
        PipelineDescription description = mediator.describe(Ping.class);

        assertThat(description.requestType()).isEqualTo(Ping.class.getName());
        assertThat(description.handler()).isEqualTo(HERE + "Pong");
        assertThat(description.links()).first().isEqualTo(new Link(Stage.OBSERVE, HERE + "Log", true, "for Request"));
    }

    @Test
    void a_request_without_a_handler_is_named() {
        assertThatThrownBy(() -> mediator.describe(Rename.class))
                .isInstanceOf(MissingHandlerException.class)
                .hasMessageContaining(Rename.class.getName());
    }

    @Test
    void its_links_do_not_change_with_what_they_were_made_of() {
        List<Link> links = new ArrayList<>();
        PipelineDescription description = new PipelineDescription("Ping", "Pong", links);

        links.add(new Link(Stage.CACHE, "Cache", true, "for Query"));

        assertThat(description.links()).isEmpty();
        assertThat(description).hasToString("Ping\n  = Pong");
    }

    private static final class Log extends Noting<Request<?>> {
        Log() {
            super(Stage.OBSERVE, "log", List.of());
        }
    }

    private static final class Declining extends Noting<Request<?>> {
        Declining() {
            super(Stage.CACHE, "cache", List.of());
        }

        @Override
        public boolean appliesTo(Class<?> requestType) {
            return false;
        }
    }

    private static final class Polite implements RequestBehavior<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping, Next<Ping, String> next) throws Exception {
            return next.handle(ping);
        }
    }

    private static final class Pong implements QueryHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping) {
            return OperationResult.ok("pong");
        }
    }
}
