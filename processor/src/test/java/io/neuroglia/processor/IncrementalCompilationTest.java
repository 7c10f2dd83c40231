package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilations beside others: of some sources only, of tests, and of a module whose packages another one has too. */
class IncrementalCompilationTest {
    private static final String SERVICE = "META-INF/services/io.neuroglia.handler.spi.HandlerIndex";

    @TempDir
    Path folder;

    private TestModule module;

    @BeforeEach
    void compile_everything() {
        module = new TestModule(folder.resolve("main"), "classes")
                .source("shop.PlaceOrder", Shop.PLACE_ORDER)
                .source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"))
                .source("shop.FindOrder", Shop.FIND_ORDER)
                .source("shop.FindOrderHandler", Shop.handler("FindOrderHandler", "FindOrder"));
        assertThat(module.compile()).isEmpty();
    }

    @Nested
    class Of_some_sources {

        @Test
        void handlers_that_are_not_compiled_again_stay_in_the_index() {
            assertThat(module.compile("shop.PlaceOrderHandler")).isEmpty();

            assertThat(module.calls("shop.NeurogliaIndex"))
                    .containsExactly(
                            "visitor.handler(FindOrder.class, FindOrderHandler.class);",
                            "visitor.handler(PlaceOrder.class, PlaceOrderHandler.class);");
            assertThat(module.lines(SERVICE)).containsExactly("shop.NeurogliaIndex");
        }

        @Test
        void packages_that_are_not_compiled_again_keep_their_index() {
            module.source("other.Happened", """
                package other;
                record Happened() implements io.neuroglia.message.DomainEvent {}
                """);

            assertThat(module.compile("other.Happened")).isEmpty();

            assertThat(module.lines(SERVICE)).containsExactly("other.NeurogliaIndex", "shop.NeurogliaIndex");
        }

        @Test
        void a_request_compiled_alone_is_not_called_unhandled() {
            assertThat(module.compile("shop.PlaceOrder")).isEmpty();
        }

        @Test
        void a_request_whose_handler_is_registered_by_hand_is_not_called_unhandled() {
            module.source(
                    "shop.PlaceOrderHandler",
                    Shop.handler("@io.neuroglia.handler.NotIndexed", "PlaceOrderHandler", "PlaceOrder"));
            assertThat(module.compile()).isEmpty();

            assertThat(module.compile("shop.PlaceOrder")).isEmpty();

            assertThat(module.calls("shop.NeurogliaIndex")).contains("visitor.handledElsewhere(PlaceOrder.class);");
        }

        @Test
        void a_second_handler_is_noticed() {
            module.source("shop.Rival", Shop.handler("Rival", "PlaceOrder"));

            assertThat(module.compile("shop.Rival"))
                    .singleElement()
                    .asString()
                    .startsWith("ERROR [NEU002] Two handlers for PlaceOrder: PlaceOrderHandler and Rival.");
        }

        @Test
        void a_deleted_handler_is_forgotten() {
            module.delete("shop.FindOrderHandler");
            module.delete("shop.FindOrder");

            assertThat(module.compile("shop.PlaceOrder")).isEmpty();

            assertThat(module.calls("shop.NeurogliaIndex"))
                    .containsExactly("visitor.handler(PlaceOrder.class, PlaceOrderHandler.class);");
        }

        @Test
        void a_handler_whose_request_was_deleted_hinders_nobody() {
            module.delete("shop.FindOrder");

            assertThat(module.compile("shop.PlaceOrder")).isEmpty();

            assertThat(module.calls("shop.NeurogliaIndex"))
                    .containsExactly("visitor.handler(PlaceOrder.class, PlaceOrderHandler.class);");
        }

        @Test
        void the_last_handler_takes_its_index_out_of_the_list() {
            for (String name : new String[] {"FindOrderHandler", "FindOrder", "PlaceOrderHandler", "PlaceOrder"}) {
                module.delete("shop." + name);
            }
            module.source("shop.Nothing", "package shop; class Nothing {}");

            assertThat(module.compile()).isEmpty();

            assertThat(module.lines(SERVICE)).isEmpty();
        }

        @Test
        void a_failed_compilation_leaves_the_list_as_it_was() {
            module.source("shop.Rival", Shop.handler("Rival", "PlaceOrder"));
            assertThat(module.compile("shop.Rival")).hasSize(1);

            assertThat(module.lines("META-INF/neuroglia/known-classes"))
                    .containsExactly("shop.FindOrderHandler", "shop.PlaceOrderHandler");
        }
    }

    @Nested
    class Beside_another_one {

        @Test
        void tests_have_an_index_of_their_own_name() {
            TestModule tests = new TestModule(folder.resolve("main"), "test-classes")
                    .sees(module)
                    .source("shop.Ping", """
                        package shop;
                        record Ping() implements io.neuroglia.message.Command<String> {}
                        """)
                    .source("shop.PingHandler", Shop.handler("PingHandler", "Ping"));

            assertThat(tests.compile("shop.Ping", "shop.PingHandler")).isEmpty();

            assertThat(tests.lines(SERVICE)).containsExactly("shop.NeurogliaIndexTestClasses");
        }

        @Test
        void an_index_does_not_hide_that_of_another_module() {
            TestModule user = new TestModule(folder.resolve("user"), "classes")
                    .sees(module)
                    .source("shop.Happened", """
                        package shop;
                        record Happened() implements io.neuroglia.message.DomainEvent {}
                        """);

            assertThat(user.compile()).isEmpty();
            assertThat(user.compile()).isEmpty(); // and keeps its own name

            assertThat(user.lines(SERVICE)).containsExactly("shop.NeurogliaIndex2");
        }
    }
}
