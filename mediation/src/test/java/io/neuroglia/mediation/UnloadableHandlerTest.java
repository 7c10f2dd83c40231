package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.handler.spi.Indexed;
import io.neuroglia.handler.spi.Parts;
import org.junit.jupiter.api.Test;

/** Handlers whose classes cannot be loaded, because something they need is not there. */
class UnloadableHandlerTest {
    @Test
    void they_are_all_named_and_stop_the_set_up() {
        MediatorBuilder builder = PingIndex.complete(Mediator.builder()).indexed(HandlerIndexes.of(new HoleyIndex()));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shop.LostHandler (named by " + HoleyIndex.class.getName()
                        + ") cannot be loaded: java.lang.NoClassDefFoundError: optional/Printer")
                .hasMessageContaining("shop.HalfLostHandler (named by " + HoleyIndex.class.getName())
                .hasMessageContaining("strict(false)");
    }

    @Test
    void without_strictness_the_others_work() {
        Mediator mediator = PingIndex.complete(Mediator.builder())
                .indexed(HandlerIndexes.of(new HoleyIndex()))
                .strict(false)
                .build();

        assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong 3");
        assertThat(mediator.subscriptions())
                .extracting(EventSubscription::handlerName)
                .contains("UnloadableHandlerTest.LastListener");
    }

    @Test
    void a_request_whose_handler_was_left_out_does_not_stop_a_set_up_without_strictness() {
        HandlerIndex contract = visitor -> visitor.handledElsewhere(Ping.class);
        MediatorBuilder builder = Mediator.builder()
                .indexed(HandlerIndexes.of(new HoleyIndex(), contract))
                .strict(false);

        Mediator mediator = builder.build();

        assertThatThrownBy(() -> mediator.execute(new Ping())).isInstanceOf(MissingHandlerException.class);
    }

    @Test
    void they_are_named_too_when_somebody_else_makes_the_instances() {
        MediatorBuilder builder = Mediator.builder();
        MediatorBuilder.InstanceProvider provider = new MediatorBuilder.InstanceProvider() {
            @Override
            public <T> T get(Class<T> type) {
                return type.cast(new LastListener());
            }
        };

        assertThatThrownBy(() -> builder.index(new HoleyIndex(), provider)).hasMessageContaining("shop.LostHandler");
        assertThat(Mediator.builder()
                        .strict(false)
                        .index(new HoleyIndex(), provider)
                        .build()
                        .subscriptions())
                .hasSize(1);
    }

    private static final class LastListener implements EventHandler<PingIndex.Renamed> {
        @Override
        public void handle(PingIndex.Renamed event) {}
    }

    /** Of a module whose optional dependency is not there; its classes cannot be loaded, or not be made. */
    @Indexed({"shop.LostHandler", "UnloadableHandlerTest.LastListener", "shop.HalfLostHandler"})
    private static final class HoleyIndex implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            for (int entry = 0; entry < size(); entry++) {
                accept(entry, visitor);
            }
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public void accept(int entry, HandlerIndexVisitor visitor) {
            if (entry != 1) {
                throw new NoClassDefFoundError("optional/Printer");
            }
            visitor.eventHandler(PingIndex.Renamed.class, LastListener.class);
        }

        @Override
        public Object create(int entry, Parts parts) {
            return new LastListener();
        }
    }
}
