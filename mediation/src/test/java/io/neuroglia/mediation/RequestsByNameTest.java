package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.QueryHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.handler.spi.Parts;
import io.neuroglia.message.Query;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An index names its requests, and their classes are loaded when somebody asks. */
class RequestsByNameTest {
    private final List<String> journal = new ArrayList<>();

    @Test
    void the_class_of_a_request_is_asked_for_when_it_is_first_sent_and_only_then() {
        Mediator mediator = mediator(new NamingIndex());
        assertThat(journal).isEmpty();

        mediator.execute(new Ping());
        mediator.execute(new Ping());

        assertThat(journal).containsExactly("class asked for", "applies to Ping");
    }

    @Test
    void a_description_asks_behaviors_and_the_first_request_does_not_ask_again() {
        Mediator mediator = mediator(new NamingIndex());

        assertThat(mediator.describe().pipelines())
                .extracting(PipelineDescription::requestType)
                .containsExactly(Ping.class.getName());
        assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong");

        assertThat(journal).filteredOn("applies to Ping"::equals).hasSize(1);
    }

    @Test
    void a_request_whose_class_is_gone_is_named_in_the_description_and_hinders_no_other() {
        Mediator mediator = Mediator.builder()
                .indexed(HandlerIndexes.of(new NamingIndex() {
                    @Override
                    public String request(int entry) {
                        return "shop.Gone";
                    }

                    @Override
                    public void accept(HandlerIndexVisitor visitor) {
                        throw new NoClassDefFoundError("shop/Gone");
                    }
                }))
                .handle(Rename.class, rename -> OperationResult.ok(rename.name()))
                .build();

        assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("Ada");
        assertThat(mediator.describe().toString())
                .contains("shop.Gone", "the request cannot be loaded: java.lang.NoClassDefFoundError: shop/Gone");
    }

    @Test
    void a_class_of_the_same_name_that_is_another_class_has_no_handler() {
        Mediator mediator = mediator(new NamingIndex() {
            @Override
            public void accept(HandlerIndexVisitor visitor) {
                visitor.handler(OtherPing.class, OtherPong.class);
            }
        });

        assertThatThrownBy(() -> mediator.execute(new Ping()))
                .isInstanceOf(MissingHandlerException.class)
                .hasMessageContaining(Ping.class.getName());
    }

    @Test
    void a_second_handler_of_a_named_request_is_refused() {
        MediatorBuilder builder = Mediator.builder()
                .indexed(HandlerIndexes.of(new NamingIndex()))
                .handle(Ping.class, ping -> OperationResult.ok("by hand"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Two handlers for " + Ping.class.getName());
    }

    private Mediator mediator(HandlerIndex index) {
        return Mediator.builder()
                .indexed(HandlerIndexes.of(index))
                .behavior(Request.class, new Asked())
                .build();
    }

    /** As the compiler would write it, but it tells when it is asked for the class. */
    private class NamingIndex implements HandlerIndex {
        @Override
        public String request(int entry) {
            return Ping.class.getName();
        }

        @Override
        public void accept(HandlerIndexVisitor visitor) {
            journal.add("class asked for");
            visitor.handler(Ping.class, Pong.class);
        }

        @Override
        public Object create(int entry, Parts parts) {
            return new Pong();
        }
    }

    private static final class Pong implements QueryHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping) {
            return OperationResult.ok("pong");
        }
    }

    private record OtherPing() implements Query<String> {}

    private static final class OtherPong implements QueryHandler<OtherPing, String> {
        @Override
        public OperationResult<String> handle(OtherPing ping) {
            return OperationResult.ok("other pong");
        }
    }

    private final class Asked implements PipelineBehavior<Request<?>> {
        @Override
        public Stage stage() {
            return Stage.OBSERVE;
        }

        @Override
        public boolean appliesTo(Class<?> requestType) {
            journal.add("applies to " + requestType.getSimpleName());
            return true;
        }

        @Override
        public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }
}
