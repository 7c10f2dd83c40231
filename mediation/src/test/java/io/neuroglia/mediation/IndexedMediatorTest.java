package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.handler.spi.Parts;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Handlers that generated code makes of the application's parts. */
class IndexedMediatorTest {
    @Test
    void handlers_are_made_of_the_parts_provided() {
        Mediator mediator = PingIndex.complete(Mediator.builder()).build();

        assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong 3");
        assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("old names: [Bob], then pong 3");
    }

    @Test
    void parts_may_be_provided_before_and_after_the_index_is_named() {
        MediatorBuilder builder =
                Mediator.builder().provide(Integer.class, 3).indexed(HandlerIndexes.of(new PingIndex()));
        builder.provide(new TypeOf<List<String>>() {}, List.of("Bob"));

        assertThat(builder.build().execute(new Ping()).data()).isEqualTo("pong 3");
    }

    @Test
    void a_class_with_two_messages_is_made_once() {
        List<String> journal = new ArrayList<>();
        PingIndex index = new PingIndex(journal);

        Mediator mediator = Mediator.builder()
                .indexed(HandlerIndexes.of(index))
                .provide(int.class, 3)
                .provide(new TypeOf<List<String>>() {}, List.of("Bob"))
                .build();
        mediator.publish(new PingIndex.Renamed("Ada"));

        assertThat(journal).containsExactly("rename handler made", "renamed Ada");
    }

    @Test
    void all_missing_ones_are_named_at_once_by_handler_and_parameter() {
        MediatorBuilder builder = Mediator.builder().indexed(HandlerIndexes.of(new PingIndex()));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("""
                    The mediator cannot be set up:
                    - %s$PingHandler needs what nobody provides: java.lang.Integer times
                    - %s$RenameHandler needs what nobody provides: java.util.List<java.lang.String> names
                    Provide missing parts under exactly these types: provide(Menu.class, menu), or provide(new \
                    TypeOf<Repository<Order, String>>() {}, orders) where they have type arguments.\
                    """, PingIndex.class.getName(), PingIndex.class.getName());
    }

    @Test
    void what_was_missing_may_be_provided_after_a_refusal() {
        MediatorBuilder builder =
                Mediator.builder().indexed(HandlerIndexes.of(new PingIndex())).provide(Integer.class, 3);
        assertThatThrownBy(builder::build).hasMessageContaining("RenameHandler");

        Mediator mediator =
                builder.provide(new TypeOf<List<String>>() {}, List.of("Bob")).build();

        assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong 3");
    }

    @Test
    void two_parts_of_one_type_are_refused() {
        MediatorBuilder builder = Mediator.builder().provide(Integer.class, 3);

        assertThatThrownBy(() -> builder.provide(int.class, 4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is a part of type java.lang.Integer already");
    }

    @Test
    void a_handler_whose_constructor_throws_is_named_and_its_exception_kept() {
        IOException thrown = new IOException("no mail server");
        HandlerIndex broken = new Single(PingIndex.PingHandler.class, () -> {
            throw new Sneaky(thrown);
        });

        assertThatThrownBy(Mediator.builder().indexed(HandlerIndexes.of(broken))::build)
                .hasMessageContaining(PingIndex.PingHandler.class.getName() + " cannot be made: ")
                .hasRootCause(thrown);
    }

    @Test
    void a_handler_that_exists_twice_is_told_with_everything_else() {
        MediatorBuilder builder = Mediator.builder()
                .handle(Ping.class, ping -> OperationResult.ok("by function"))
                .provide(Integer.class, 3)
                .indexed(HandlerIndexes.of(new PingIndex()));

        assertThatThrownBy(builder::build)
                .hasMessageContaining("Two handlers for " + Ping.class.getName())
                .hasMessageContaining("RenameHandler needs what nobody provides")
                .satisfies(refusal ->
                        assertThat(refusal.getSuppressed()).isNotEmpty().doesNotContain(refusal.getCause()));
    }

    @Test
    void an_index_that_makes_nothing_says_so() {
        HandlerIndex byHand = visitor -> visitor.handler(Ping.class, PingIndex.PingHandler.class);

        assertThatThrownBy(Mediator.builder().indexed(HandlerIndexes.of(byHand))::build)
                .hasMessageContaining(PingIndex.PingHandler.class.getName() + " cannot be made: ")
                .hasMessageContaining("Mark it @NotIndexed and register it by hand.");
    }

    /** An index of one handler. */
    private record Single(Class<PingIndex.PingHandler> type, Supplier<PingIndex.PingHandler> factory)
            implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            visitor.handler(Ping.class, type);
        }

        @Override
        public Object create(int entry, Parts parts) {
            return factory.get();
        }
    }

    private static final class Sneaky extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Sneaky(Exception cause) {
            super(cause);
        }
    }
}
