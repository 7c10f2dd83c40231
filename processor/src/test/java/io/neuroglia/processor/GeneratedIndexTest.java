package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.message.Command;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated does what it is for. */
class GeneratedIndexTest {
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
