package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.message.Command;
import io.neuroglia.message.Request;
import io.neuroglia.message.StreamQuery;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MediatorDispatchTest {

    @Nested
    class Finding_the_handler {

        @Test
        void a_request_reaches_its_only_handler() {
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> OperationResult.ok("pong to " + ping.text()))
                    .handle(Rename.class, rename -> OperationResult.created("renamed to " + rename.name()))
                    .build();

            assertThat(mediator.execute(new Ping("me"))).isEqualTo(OperationResult.ok("pong to me"));
            assertThat(mediator.execute(new Rename("Ada"))).isEqualTo(OperationResult.created("renamed to Ada"));
        }

        @Test
        void the_exact_class_decides() {
            Mediator mediator = Mediator.builder()
                    .handle(Open.class, command -> OperationResult.ok("open"))
                    .handle(OpenWide.class, command -> OperationResult.ok("open wide"))
                    .build();

            assertThat(mediator.execute(new Open()).data()).isEqualTo("open");
            assertThat(mediator.execute(new OpenWide()).data()).isEqualTo("open wide");
        }

        @Test
        void a_handler_of_a_superclass_does_not_get_the_request() {
            Mediator mediator = Mediator.builder()
                    .handle(Open.class, command -> OperationResult.ok("open"))
                    .build();

            assertThatThrownBy(() -> mediator.execute(new OpenWide()))
                    .isInstanceOf(MissingHandlerException.class)
                    .hasMessageContaining(OpenWide.class.getName());
        }

        @Test
        void one_handler_may_be_registered_for_several_subclasses() {
            RequestHandler<Open, String> handler =
                    command -> OperationResult.ok(command.getClass().getSimpleName());
            Mediator mediator = Mediator.builder()
                    .handle(Open.class, handler)
                    .handle(OpenWide.class, handler)
                    .build();

            assertThat(mediator.execute(new OpenWide()).data()).isEqualTo("OpenWide");
        }

        @Test
        void a_request_without_a_handler_is_named_with_the_remedy() {
            Mediator mediator = Mediator.builder().build();

            assertThatThrownBy(() -> mediator.execute(new Ping()))
                    .isInstanceOf(MissingHandlerException.class)
                    .hasMessageContaining("No handler for " + Ping.class.getName())
                    .hasMessageContaining("Mediator.builder().handle");
        }

        @Test
        void a_stream_is_answered_like_any_data() {
            Mediator mediator = Mediator.builder()
                    .handle(
                            Count.class,
                            count -> OperationResult.ok(
                                    Stream.iterate(1, number -> number + 1).limit(count.to())))
                    .build();

            try (Stream<Integer> numbers = mediator.execute(new Count(3)).data()) {
                assertThat(numbers).containsExactly(1, 2, 3);
            }
        }
    }

    @Nested
    class Bad_requests_and_answers {

        @Test
        void no_request_is_refused() {
            Mediator mediator = Mediator.builder().build();

            assertThatThrownBy(() -> mediator.execute(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("The request is null");
        }

        @Test
        void a_handler_that_answers_null_is_named_also_inside_behaviors() {
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, new Silent())
                    .around(Ping.class, (ping, next) -> next.handle(ping).map(String::trim))
                    .build();

            assertThatThrownBy(() -> mediator.execute(new Ping()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Silent.class.getName() + " answered null to " + Ping.class.getName())
                    .hasMessageContaining("noContent()");
        }

        @Test
        void a_behavior_that_answers_null_is_named() {
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> OperationResult.ok("pong"))
                    .around(Ping.class, (ping, next) -> null)
                    .build();

            assertThatThrownBy(() -> mediator.execute(new Ping()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(MediatorDispatchTest.class.getName())
                    .hasMessageContaining("answered null to " + Ping.class.getName());
        }
    }

    @Nested
    class Sending_from_a_handler {

        @Test
        void a_handler_may_send_other_requests() {
            MediatorBuilder builder = Mediator.builder();
            Mediator inner = builder.mediator();
            Mediator mediator = builder.handle(Ping.class, ping -> OperationResult.ok("pong"))
                    .handle(Rename.class, rename -> inner.execute(new Ping()).map(pong -> rename.name() + " " + pong))
                    .build();

            assertThat(mediator).isSameAs(inner);
            assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("Ada pong");
        }

        @Test
        void it_may_send_its_own_request_again_and_the_pipeline_runs_again() {
            List<String> journal = new ArrayList<>();
            MediatorBuilder builder = Mediator.builder();
            Mediator inner = builder.mediator();
            Mediator mediator = builder.behavior(Request.class, new Noting<>(Stage.OBSERVE, "seen", journal))
                    .handle(
                            Count.class,
                            count -> count.to() == 0
                                    ? OperationResult.ok(Stream.of(0))
                                    : inner.execute(new Count(count.to() - 1)))
                    .build();

            assertThat(mediator.execute(new Count(2)).data()).containsExactly(0);
            assertThat(journal).containsExactly("seen", "seen", "seen");
        }

        @Test
        void a_failure_inside_can_pass_to_the_outer_caller() {
            MediatorBuilder builder = Mediator.builder();
            Mediator inner = builder.mediator();
            Mediator mediator = builder.handle(Ping.class, ping -> OperationResult.conflict("Busy"))
                    .handle(
                            Rename.class,
                            rename ->
                                    OperationResult.ok(inner.execute(new Ping()).data()))
                    .build();

            assertThat(mediator.execute(new Rename("Ada"))).isEqualTo(OperationResult.conflict("Busy"));
        }
    }

    @Test
    void two_mediators_share_nothing() {
        List<String> journal = new ArrayList<>();
        Mediator first = Mediator.builder()
                .behavior(Request.class, new Noting<>(Stage.OBSERVE, "first", journal))
                .handle(Ping.class, ping -> OperationResult.ok("first"))
                .on("listener", String.class, event -> journal.add("first got " + event))
                .build();
        Mediator second = Mediator.builder()
                .handle(Ping.class, ping -> OperationResult.ok("second"))
                .on("listener", String.class, event -> journal.add("second got " + event))
                .build();

        assertThat(first.execute(new Ping()).data()).isEqualTo("first");
        assertThat(second.execute(new Ping()).data()).isEqualTo("second");
        second.publish("news");

        assertThat(journal).containsExactly("first", "second got news");
    }

    static class Open implements Command<String> {}

    static final class OpenWide extends Open {}

    record Count(int to) implements StreamQuery<Integer> {}

    private static final class Silent implements RequestHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping request) {
            return null;
        }
    }
}
