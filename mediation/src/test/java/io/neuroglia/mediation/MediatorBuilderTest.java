package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalName;
import io.neuroglia.message.Query;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MediatorBuilderTest {

    @Nested
    class Request_handlers {

        @Test
        void a_second_handler_is_refused_and_both_are_named() {
            MediatorBuilder builder = Mediator.builder().handle(Ping.class, new Pong());

            assertThatThrownBy(() -> builder.handle(Ping.class, new OtherPong()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Two handlers for " + Ping.class.getName())
                    .hasMessageContaining(Pong.class.getName())
                    .hasMessageContaining(OtherPong.class.getName());
        }

        @Test
        void after_a_refusal_the_first_handler_stands() {
            MediatorBuilder builder = Mediator.builder().handle(Ping.class, new Pong());
            assertThatThrownBy(() -> builder.handle(Ping.class, new OtherPong()))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(builder.build().execute(new Ping()).data()).isEqualTo("pong");
        }

        @Test
        void all_required_requests_without_a_handler_are_named_at_once() {
            MediatorBuilder builder = Mediator.builder()
                    .require(Rename.class)
                    .require(Ping.class)
                    .require(Sing.class)
                    .handle(Sing.class, sing -> OperationResult.ok("la"));

            assertThatThrownBy(builder::build)
                    .isInstanceOf(MissingHandlerException.class)
                    .hasMessageContaining(
                            "No handler for " + Ping.class.getName() + ", " + Rename.class.getName() + ".")
                    .hasMessageNotContaining(Sing.class.getName());
        }
    }

    @Nested
    class Event_handlers {

        @Test
        void a_handler_is_named_after_its_class() {
            Mediator mediator = Mediator.builder()
                    .on(String.class, new Listener())
                    .on(String.class, new NamedListener())
                    .build();

            assertThat(mediator.subscriptions())
                    .extracting(EventSubscription::handlerName)
                    .containsExactly("MediatorBuilderTest.Listener", "listener-two");
        }

        @Test
        void a_name_that_is_taken_is_refused_and_both_handlers_are_named() {
            MediatorBuilder builder = Mediator.builder().on(String.class, new NamedListener());

            assertThatThrownBy(() -> builder.on("listener-two", Integer.class, event -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Two event handlers are named listener-two")
                    .hasMessageContaining("listener-two on String and listener-two on Integer")
                    .hasMessageContaining("@LogicalName");
        }

        @Test
        void the_same_handler_cannot_listen_twice() {
            Listener listener = new Listener();
            MediatorBuilder builder = Mediator.builder().on(String.class, listener);

            assertThatThrownBy(() -> builder.on(String.class, listener)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void a_function_needs_a_name_because_its_class_has_none_that_lasts() {
            MediatorBuilder builder = Mediator.builder();

            assertThatThrownBy(() -> builder.on(String.class, event -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("on(name, eventType, handler)");
            assertThatThrownBy(() -> builder.on(String.class, new EventHandler<String>() {
                        @Override
                        public void handle(String event) {}
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("on(name, eventType, handler)");
        }
    }

    @Nested
    class Domain_events {

        @Test
        void they_are_those_declared_and_those_that_handlers_listen_to_by_their_own_class() {
            Mediator mediator = Mediator.builder()
                    .domainEvent(Opened.class)
                    .on("closed", Closed.class, event -> {})
                    .on("all", DomainEvent.class, event -> {})
                    .on("text", String.class, event -> {})
                    .build();

            assertThat(mediator.domainEvents()).containsExactlyInAnyOrder(Opened.class, Closed.class);
        }

        @Test
        void they_cannot_be_changed() {
            Mediator mediator = Mediator.builder().domainEvent(Opened.class).build();

            assertThatThrownBy(() -> mediator.domainEvents().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Nested
    class Building {

        @Test
        void a_mediator_that_is_not_built_yet_cannot_be_used() {
            Mediator early = Mediator.builder()
                    .handle(Ping.class, new Pong())
                    .on("listener", String.class, event -> {})
                    .mediator();

            assertNotBuilt(() -> early.execute(new Ping()));
            assertNotBuilt(() -> early.publish("news"));
            assertNotBuilt(() -> early.describe(Ping.class));
            assertNotBuilt(early::subscriptions);
            assertNotBuilt(() -> early.subscriptions(String.class));
            assertNotBuilt(early::domainEvents);
        }

        private static void assertNotBuilt(Runnable use) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("The mediator is not built yet");
        }

        static Stream<Consumer<MediatorBuilder>> late_registrations() {
            return Stream.of(
                    builder -> builder.handle(Ping.class, new Pong()),
                    builder -> builder.on(String.class, new Listener()),
                    builder -> builder.domainEvent(Opened.class),
                    builder -> builder.behavior(Request.class, new Noting<>(Stage.OBSERVE, "late", List.of())),
                    builder -> builder.around(Ping.class, (ping, next) -> next.handle(ping)),
                    builder -> builder.mapFailure(
                            IllegalStateException.class, thrown -> Problem.of(FailureKind.INTERNAL, "late")),
                    builder -> builder.require(Ping.class),
                    builder -> builder.indexed(HandlerIndexes.of()),
                    builder -> builder.index(HandlerIndexes.of(), MediatorBuilderTest::notAsked),
                    builder -> builder.provide(String.class, "late"),
                    builder -> builder.provide(new TypeOf<List<String>>() {}, List.of()),
                    builder -> builder.strict(false),
                    MediatorBuilder::build);
        }

        @ParameterizedTest
        @MethodSource("late_registrations")
        void after_it_nothing_more_can_be_registered(Consumer<MediatorBuilder> registration) {
            MediatorBuilder builder = Mediator.builder();
            builder.build();

            assertThatThrownBy(() -> registration.accept(builder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has built its mediator already");
        }

        @Test
        void what_is_missing_can_be_added_after_a_refusal() {
            MediatorBuilder builder = Mediator.builder().require(Ping.class);
            assertThatThrownBy(builder::build).isInstanceOf(MissingHandlerException.class);

            Mediator mediator = builder.handle(Ping.class, new Pong()).build();

            assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong");
        }
    }

    private static <T> T notAsked(Class<T> type) {
        throw new AssertionError("No instance of " + type + " is needed.");
    }

    record Sing() implements Query<String> {}

    record Opened() implements DomainEvent {}

    record Closed() implements DomainEvent {}

    private static final class Pong implements QueryHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping) {
            return OperationResult.ok("pong");
        }
    }

    private static final class OtherPong implements QueryHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping) {
            return OperationResult.ok("other pong");
        }
    }

    private static final class Listener implements EventHandler<String> {
        @Override
        public void handle(String event) {}
    }

    @LogicalName("listener-two")
    private static final class NamedListener implements EventHandler<String> {
        @Override
        public void handle(String event) {}
    }
}
