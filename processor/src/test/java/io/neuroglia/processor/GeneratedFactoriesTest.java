package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.mediation.TypeOf;
import io.neuroglia.message.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated makes handlers of the parts that the application provides. */
class GeneratedFactoriesTest {
    private static final String NEEDY_HANDLER = """
        package shop;
        import io.neuroglia.result.OperationResult;
        import java.util.List;
        import java.util.Set;
        class PlaceOrderHandler implements io.neuroglia.handler.CommandHandler<PlaceOrder, String> {
            private final String words;
            PlaceOrderHandler(
                    List<String> texts, List<Integer> numbers, Set<?> all, int[] array, int port,
                    io.neuroglia.mediation.Mediator mediator) throws java.io.IOException {
                words = "" + texts + numbers + all + array.length + port + (mediator != null);
            }
            @Override
            public OperationResult<String> handle(PlaceOrder request) {
                return OperationResult.ok(words);
            }
        }
        """;

    @TempDir
    Path folder;

    private TestModule module;
    private ClassLoader loader;

    @BeforeEach
    void start_with_a_request() {
        module = new TestModule(folder, "classes").source("shop.PlaceOrder", Shop.PLACE_ORDER);
    }

    @Test
    void parts_are_told_apart_by_their_full_type() throws Exception {
        module.source("shop.PlaceOrderHandler", NEEDY_HANDLER);
        assertThat(module.compile()).isEmpty();

        Mediator mediator = indexed()
                .provide(new TypeOf<List<Integer>>() {}, List.of(1, 2))
                .provide(new TypeOf<List<String>>() {}, List.of("a"))
                .provide(new TypeOf<Set<?>>() {}, Set.of("b"))
                .provide(int[].class, new int[3])
                .provide(int.class, 80)
                .build();

        assertThat(mediator.execute(placeOrder()).data()).isEqualTo("[a][1, 2][b]380true");
    }

    @Test
    void what_is_missing_is_told_by_handler_type_and_parameter() {
        module.source("shop.PlaceOrderHandler", NEEDY_HANDLER);
        assertThat(module.compile()).isEmpty();

        assertThatThrownBy(indexed().provide(int.class, 80)::build)
                .hasMessageContaining("shop.PlaceOrderHandler needs what nobody provides:"
                        + " java.util.List<java.lang.String> texts, java.util.List<java.lang.Integer> numbers,"
                        + " java.util.Set<?> all, int[] array\n");
    }

    @Test
    void a_class_that_cannot_be_loaded_any_more_hides_no_other() throws Exception {
        module.source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"))
                .source("shop.FindOrder", Shop.FIND_ORDER)
                .source("shop.FindOrderHandler", Shop.handler("FindOrderHandler", "FindOrder"));
        assertThat(module.compile()).isEmpty();
        module.delete("shop.FindOrderHandler");

        assertThatThrownBy(indexed()::build)
                .hasMessageContaining("shop.FindOrderHandler (named by shop.NeurogliaIndex) cannot be loaded");
        assertThat(indexed().strict(false).build().execute(placeOrder()).data()).isEqualTo("PlaceOrderHandler");
    }

    @Test
    void a_constructor_whose_parameter_another_processor_writes_is_waited_for() throws Exception {
        module.source("shop.PlaceOrderHandler", """
            package shop;
            import io.neuroglia.result.OperationResult;
            class PlaceOrderHandler implements io.neuroglia.handler.CommandHandler<PlaceOrder, String> {
                private final Written written;
                PlaceOrderHandler(Written written) {
                    this.written = written;
                }
                @Override
                public OperationResult<String> handle(PlaceOrder request) {
                    return OperationResult.ok(written.getClass().getSimpleName());
                }
            }
            """);
        module.with(new RoundsTest.Writing("shop.Written", "package shop; public class Written {}"));
        assertThat(module.compile()).isEmpty();

        assertThatThrownBy(indexed()::build).hasMessageContaining("shop.Written written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Written", "Written[]", "Set<? extends Written>", "Set<? super Written>"})
    void a_type_that_another_processor_writes_is_waited_for_wherever_a_parameter_mentions_it(String type) {
        module.source(
                "shop.PlaceOrderHandler",
                lombokHandler("PlaceOrderHandler(%s written) {}".formatted(type.replace("Set", "java.util.Set"))));

        assertThat(roundsWithIndex()).containsExactly(false, false, true, false);
    }

    @Test
    void a_class_that_is_no_handler_keeps_no_index_waiting() {
        module.source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"))
                .source("shop.Screen", "package shop; class Screen { Screen(Written written) {} }");

        assertThat(roundsWithIndex()).containsExactly(false, true, false);
    }

    @Test
    void a_constructor_that_lombok_may_write_is_waited_for_a_round() {
        module.source("shop.PlaceOrderHandler", lombokHandler(""));

        assertThat(roundsWithIndex()).containsExactly(false, false, true, false);

        assertThat(module.calls("shop.NeurogliaIndex"))
                .containsExactly("visitor.handler(PlaceOrder.class, PlaceOrderHandler.class);");
    }

    @Test
    void a_constructor_that_is_there_is_not_waited_for() {
        module.source("shop.PlaceOrderHandler", lombokHandler("PlaceOrderHandler() {}"));

        assertThat(roundsWithIndex()).containsExactly(false, true, false);
    }

    private static String lombokHandler(String constructor) {
        return """
            package shop;
            import io.neuroglia.result.OperationResult;
            @lombok.RequiredArgsConstructor
            class PlaceOrderHandler implements io.neuroglia.handler.CommandHandler<PlaceOrder, String> {
                %s
                @Override
                public OperationResult<String> handle(PlaceOrder request) {
                    return OperationResult.ok("");
                }
            }
            """.formatted(constructor);
    }

    /** Whether the index was new, in each round of a compilation in which another processor writes in the first. */
    private List<Boolean> roundsWithIndex() {
        List<Boolean> rounds = new ArrayList<>();
        module.source("lombok.RequiredArgsConstructor", "package lombok; public @interface RequiredArgsConstructor {}")
                .with(new RoundsTest.Writing("shop.Written", "package shop; public class Written {}"))
                .with(new RoundsTest.Watching("NeurogliaIndex", rounds));
        assertThat(module.compile()).isEmpty();
        return rounds;
    }

    private MediatorBuilder indexed() {
        return Mediator.builder().indexed(HandlerIndexes.load(loader()));
    }

    private ClassLoader loader() {
        if (loader == null) {
            loader = module.load();
        }
        return loader;
    }

    private Command<?> placeOrder() throws ReflectiveOperationException {
        var constructor = loader().loadClass("shop.PlaceOrder").getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Command<?>) constructor.newInstance();
    }
}
