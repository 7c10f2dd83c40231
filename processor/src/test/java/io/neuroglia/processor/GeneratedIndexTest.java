package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.message.Command;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated does what it is for. */
class GeneratedIndexTest {
    /** More often than it takes until a request has links of its own. */
    private static final int OFTEN = 600;

    @TempDir
    Path folder;

    @Test
    void a_mediator_reaches_handlers_through_the_indexes_that_the_service_loader_finds() throws Exception {
        TestModule module = new TestModule(folder, "classes")
                .source("shop.PlaceOrder", Shop.PLACE_ORDER)
                .source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"));
        assertThat(module.compile()).isEmpty();
        ClassLoader loader = module.load();

        MediatorBuilder builder = Mediator.builder();
        ServiceLoader.load(HandlerIndex.class, loader).forEach(index -> builder.index(index, GeneratedIndexTest::make));
        Command<?> placeOrder = (Command<?>) make(loader.loadClass("shop.PlaceOrder"));

        assertThat(builder.build().execute(placeOrder).data()).isEqualTo("PlaceOrderHandler");
    }

    @Test
    void where_the_mark_of_generated_code_is_not_visible_it_is_left_out() {
        TestModule module = new TestModule(folder, "classes")
                .source("shop.PlaceOrder", Shop.PLACE_ORDER)
                .source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"));

        assertThat(module.compileWith("--limit-modules", "java.base")).isEmpty();

        assertThat(module.calls("shop.NeurogliaIndex")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void a_request_passes_all_behaviors_in_order_however_many_there_are(int depth) throws Exception {
        TestModule module = new TestModule(folder, "classes")
                .source("shop.PlaceOrder", Shop.PLACE_ORDER)
                .source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"));
        assertThat(module.compile()).isEmpty();
        ClassLoader loader = module.load();
        List<Integer> passed = new ArrayList<>();
        MediatorBuilder builder = Mediator.builder();
        for (int number = 1; number <= depth; number++) {
            builder.behavior(Command.class, new Counting(number, passed));
        }
        ServiceLoader.load(HandlerIndex.class, loader).forEach(index -> builder.index(index, GeneratedIndexTest::make));
        Command<?> placeOrder = (Command<?>) make(loader.loadClass("shop.PlaceOrder"));

        Mediator mediator = builder.build();
        for (int sent = 0; sent < OFTEN; sent++) {
            passed.clear();

            assertThat(mediator.execute(placeOrder).data()).isEqualTo("PlaceOrderHandler");

            assertThat(passed).isEqualTo(IntStream.rangeClosed(1, depth).boxed().toList());
        }
    }

    @Test
    void each_request_may_have_links_of_its_own() throws Exception {
        TestModule module = new TestModule(folder, "classes")
                .source("shop.PlaceOrder", Shop.PLACE_ORDER)
                .source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"));
        assertThat(module.compile()).isEmpty();
        ClassLoader loader = module.load();

        HandlerIndex index =
                ServiceLoader.load(HandlerIndex.class, loader).findFirst().orElseThrow();

        Class<?> requestType = loader.loadClass("shop.PlaceOrder");
        RequestHandler<?, ?> handler = handlerOf("shop.PlaceOrderHandler", loader);
        assertThat(index.link(requestType, handler).getClass().getName()).isEqualTo("shop.PlaceOrderHandlerLinks");
        RequestHandler<Command<String>, String> function = order -> OperationResult.ok("function");
        assertThat(index.link(requestType, function).getClass().getName()).startsWith(Link.class.getName());
        assertThat(index.link(String.class, handler).getClass().getName()).startsWith(Link.class.getName());
    }

    @Test
    void starting_loads_no_class_of_a_request() throws Exception {
        TestModule module = new TestModule(folder, "classes")
                .source("shop.PlaceOrder", Shop.PLACE_ORDER)
                .source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"));
        assertThat(module.compile()).isEmpty();
        URL[] classes = {Path.of(module.output()).toUri().toURL()};
        try (Watching loader = new Watching(classes)) {

            Mediator mediator =
                    Mediator.builder().indexed(HandlerIndexes.load(loader)).build();

            assertThat(loader.isLoaded("shop.PlaceOrderHandler")).isTrue();
            assertThat(loader.isLoaded("shop.PlaceOrder")).isFalse();
            assertThat(mediator.describe().pipelines())
                    .extracting(PipelineDescription::requestType)
                    .containsExactly("shop.PlaceOrder");
            assertThat(loader.isLoaded("shop.PlaceOrder")).isTrue();
        }
    }

    private static RequestHandler<?, ?> handlerOf(String name, ClassLoader loader) throws Exception {
        Constructor<?> constructor = loader.loadClass(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (RequestHandler<?, ?>) constructor.newInstance();
    }

    /** Knows which classes it has loaded. */
    private static final class Watching extends URLClassLoader {
        Watching(URL[] classes) {
            super(classes, GeneratedIndexTest.class.getClassLoader());
        }

        boolean isLoaded(String name) {
            return findLoadedClass(name) != null;
        }
    }

    private record Counting(int number, List<Integer> passed) implements PipelineBehavior<Command<?>> {
        @Override
        public Stage stage() {
            return Stage.OBSERVE;
        }

        @Override
        public <T> OperationResult<T> handle(Command<?> request, Next<Command<?>, T> next) throws Exception {
            passed.add(number);
            return next.handle(request);
        }
    }

    private static <T> T make(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
