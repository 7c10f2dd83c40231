package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.mediation.MediatorBuilder.InstanceProvider;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalName;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexRegistrationTest {

    private static final HandlerIndex INDEX = visitor -> {
        visitor.handler(Ping.class, PingHandler.class);
        visitor.handler(Rename.class, RenameHandler.class);
        visitor.eventHandler(Renamed.class, RenamedHandler.class);
        visitor.domainEvent(Forgotten.class);
        visitor.behavior(Command.class, CommandBehavior.class);
    };

    private final List<String> journal = new ArrayList<>();
    private final Instances instances = new Instances(
            new PingHandler(), new RenameHandler(), new RenamedHandler(journal), new CommandBehavior(journal));

    @Test
    void all_that_an_index_names_is_registered() {
        Mediator mediator = Mediator.builder().index(INDEX, instances).build();

        assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong");
        assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("Ada");
        mediator.publish(new Renamed("Ada"));

        assertThat(journal).containsExactly("behavior", "renamed Ada");
        assertThat(mediator.domainEvents()).containsExactlyInAnyOrder(Renamed.class, Forgotten.class);
    }

    @Test
    void an_event_handler_has_the_name_of_the_class_in_the_index_whatever_its_instance_is() {
        instances.put(RenamedHandler.class, new RenamedHandler(journal) {});

        Mediator mediator = Mediator.builder().index(INDEX, instances).build();

        assertThat(mediator.subscriptions())
                .extracting(EventSubscription::handlerName)
                .containsExactly("renamed-handler");
    }

    @Test
    void several_indexes_are_merged() {
        HandlerIndex first = visitor -> visitor.handler(Ping.class, PingHandler.class);
        HandlerIndex second = visitor -> visitor.handler(Rename.class, RenameHandler.class);

        Mediator mediator = Mediator.builder()
                .index(first, instances)
                .index(second, instances)
                .build();

        assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong");
        assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("Ada");
    }

    @Test
    void two_handlers_in_two_indexes_are_refused() {
        MediatorBuilder builder = Mediator.builder().index(INDEX, instances);
        HandlerIndex other = visitor -> visitor.handler(Ping.class, OtherPingHandler.class);

        assertThatThrownBy(() -> builder.index(other, new Instances(new OtherPingHandler())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PingHandler.class.getName())
                .hasMessageContaining(OtherPingHandler.class.getName());
    }

    @Test
    void a_class_without_an_instance_is_named() {
        MediatorBuilder builder = Mediator.builder();
        instances.remove(RenameHandler.class);

        assertThatThrownBy(() -> builder.index(INDEX, instances))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is no instance of " + RenameHandler.class.getName());
    }

    @Test
    void what_keeps_an_instance_from_being_made_stops_the_set_up() {
        IllegalArgumentException thrown = new IllegalArgumentException("no mail server configured");
        InstanceProvider broken = new InstanceProvider() {
            @Override
            public <T> T get(Class<T> type) {
                throw thrown;
            }
        };

        assertThatThrownBy(() -> Mediator.builder().index(INDEX, broken)).isSameAs(thrown);
    }

    @Test
    void a_request_handled_elsewhere_is_demanded_when_the_mediator_is_built() {
        HandlerIndex contract = visitor -> visitor.handledElsewhere(Ping.class);
        MediatorBuilder builder = Mediator.builder().index(contract, instances);

        assertThatThrownBy(builder::build)
                .isInstanceOf(MissingHandlerException.class)
                .hasMessageContaining(Ping.class.getName());
    }

    @Test
    void a_request_handled_elsewhere_may_be_handled_by_an_index_or_a_function_of_any_order() {
        HandlerIndex contract = visitor -> {
            visitor.handledElsewhere(Ping.class);
            visitor.handledElsewhere(Rename.class);
        };

        Mediator mediator = Mediator.builder()
                .handle(Rename.class, rename -> OperationResult.ok("by function"))
                .index(contract, instances)
                .index(visitor -> visitor.handler(Ping.class, PingHandler.class), instances)
                .build();

        assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong");
        assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("by function");
    }

    record Renamed(String name) implements DomainEvent {}

    record Forgotten() implements DomainEvent {}

    private static final class PingHandler implements QueryHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping) {
            return OperationResult.ok("pong");
        }
    }

    private static final class OtherPingHandler implements QueryHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping) {
            return OperationResult.ok("other");
        }
    }

    private static final class RenameHandler implements CommandHandler<Rename, String> {
        @Override
        public OperationResult<String> handle(Rename rename) {
            return OperationResult.ok(rename.name());
        }
    }

    @LogicalName("renamed-handler")
    private static class RenamedHandler implements EventHandler<Renamed> {
        private final List<String> journal;

        RenamedHandler(List<String> journal) {
            this.journal = journal;
        }

        @Override
        public void handle(Renamed event) {
            journal.add("renamed " + event.name());
        }
    }

    private static final class CommandBehavior implements PipelineBehavior<Command<?>> {
        private final List<String> journal;

        CommandBehavior(List<String> journal) {
            this.journal = journal;
        }

        @Override
        public Stage stage() {
            return Stage.VALIDATE;
        }

        @Override
        public <T> OperationResult<T> handle(Command<?> command, Next<Command<?>, T> next) throws Exception {
            journal.add("behavior");
            return next.handle(command);
        }
    }

    private static final class Instances implements InstanceProvider {
        private final Map<Class<?>, Object> byType = new HashMap<>();

        Instances(Object... instances) {
            for (Object instance : instances) {
                byType.put(instance.getClass(), instance);
            }
        }

        <T> void put(Class<T> type, T instance) {
            byType.put(type, instance);
        }

        void remove(Class<?> type) {
            byType.remove(type);
        }

        @Override
        public <T> T get(Class<T> type) {
            return type.cast(byType.get(type));
        }
    }
}
