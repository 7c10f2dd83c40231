package io.neuroglia.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler runs the same processor. */
class EclipseCompilerIT {
    private static final String PUBLISHING = """
        package shop.ordering;

        import io.neuroglia.handler.CommandHandler;
        import io.neuroglia.mediation.Mediator;
        import io.neuroglia.result.OperationResult;

        class PlaceOrderHandler implements CommandHandler<PlaceOrder, String> {
            private Mediator mediator;

            @Override
            public OperationResult<String> handle(PlaceOrder command) {
                mediator.publish(new Orders.Placed(command.pizza()));
                return OperationResult.created("placed");
            }
        }
        """;

    @TempDir
    Path folder;

    private UserModule shop;

    @BeforeEach
    void copy_the_shop() {
        shop = UserModule.copy("shop/main", folder);
    }

    @Test
    void what_it_compiled_runs() {
        assertThat(shop.compileByEclipse("-warn:+all").succeeded().text()).doesNotContain("NEU");

        assertThat(shop.indexes()).containsExactly("shop.customers.NeurogliaIndex", "shop.ordering.NeurogliaIndex");
        assertThat(shop.java("shop.ordering.Shop").succeeded().lines()).isEqualTo(UserModule.SHOP_SAYS);
    }

    @Test
    void test_sources_have_an_index_of_their_own() {
        shop.compileByEclipse().succeeded();
        UserModule tests = shop.tests("shop/test");

        tests.compileByEclipse().succeeded();

        assertThat(tests.java("shop.ordering.ShopInTest").succeeded().lines())
                .containsExactly("pong", "placed calzone");
        assertThat(tests.indexes()).containsExactly("shop.ordering.NeurogliaIndexTestClasses");
    }

    @Test
    void a_missing_handler_is_reported() {
        shop.sources().delete("shop/ordering/PlaceOrderHandler.java");

        assertThat(shop.compileByEclipse("-nowarn").failed().text())
                .contains("ERROR: [NEU001] No handler for PlaceOrder.")
                .contains("1 problem (1 error)");
    }

    @Test
    void a_second_handler_is_reported_at_its_class() {
        shop.sources().write("shop/ordering/Rival.java", """
            package shop.ordering;

            class Rival extends PlaceOrderHandler {}
            """);

        assertThat(shop.compileByEclipse("-nowarn").failed().text())
                .contains("Rival.java (at line 3)")
                .contains("[NEU002] Two handlers for PlaceOrder: PlaceOrderHandler and Rival.");
    }

    @Test
    void calls_are_not_looked_at() {
        shop.sources().write("shop/ordering/PlaceOrderHandler.java", PUBLISHING);

        assertThat(shop.compile().succeeded().text()).contains("[NEU012]");
        assertThat(shop.compileByEclipse().succeeded().text()).doesNotContain("NEU");
    }
}
