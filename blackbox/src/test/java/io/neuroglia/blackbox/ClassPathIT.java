package io.neuroglia.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One module on the class path. */
class ClassPathIT {
    @TempDir
    Path folder;

    private UserModule shop;

    @BeforeEach
    void copy_the_shop() {
        shop = UserModule.copy("shop/main", folder);
    }

    @Test
    void package_private_nested_and_generic_handlers_are_found() {
        assertThat(shop.compile("-Xlint:all,-path,-processing", "-Werror")
                        .succeeded()
                        .lines())
                .isEmpty();

        assertThat(shop.java("shop.ordering.Shop").succeeded().lines()).isEqualTo(UserModule.SHOP_SAYS);
    }

    @Test
    void test_sources_have_handlers_of_their_own() {
        shop.compile().succeeded();
        UserModule tests = shop.tests("shop/test");

        tests.compile().succeeded();

        assertThat(tests.java("shop.ordering.ShopInTest").succeeded().lines())
                .containsExactly("pong", "placed calzone");
        assertThat(tests.indexes()).containsExactly("shop.ordering.NeurogliaIndexTestClasses");
    }

    @Test
    void a_handler_that_is_taken_away_is_missed() {
        shop.sources().delete("shop/ordering/PlaceOrderHandler.java");

        assertThat(shop.compile().failed().text())
                .contains("PlaceOrder.java:5: error: [NEU001] No handler for PlaceOrder.")
                .contains("CommandHandler<PlaceOrder, String>")
                .contains("1 error");
    }

    @Test
    void nothing_is_called_missing_while_a_source_does_not_parse() {
        shop.sources().replace("shop/ordering/PlaceOrderHandler.java", "command.pizza()", "command.pizza(");

        assertThat(shop.compile().failed().text())
                .contains("PlaceOrderHandler.java")
                .doesNotContain("NEU");
    }

    @Test
    void nothing_is_called_missing_while_a_handler_extends_an_unknown_class() {
        shop.sources().replace("shop/customers/CreateCustomerHandler.java", "Counting<", "Forgotten<");

        assertThat(shop.compile().failed().text())
                .contains("cannot find symbol")
                .contains("class Forgotten")
                .doesNotContain("NEU");
    }

    @Test
    void a_method_body_that_does_not_compile_hides_nothing_and_adds_nothing() {
        shop.sources().replace("shop/ordering/PlaceOrderHandler.java", "command.pizza()", "command.salad()");

        assertThat(shop.compile().failed().text())
                .contains("symbol:   method salad()")
                .doesNotContain("NEU");
    }

    @Test
    void without_the_processor_a_request_says_what_is_missing() {
        shop.processedBy(List.of()).compile("-proc:none").succeeded();

        assertThat(shop.java("shop.ordering.Shop").failed().text())
                .contains("No handler for shop.ordering.PlaceOrder")
                .contains("compile it with neuroglia-processor");
    }

    @Test
    void a_processor_on_the_class_path_alone_does_not_run() {
        assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(23);
        shop.processedBy(List.of()).sees(Jars.processor()).compile().succeeded();

        assertThat(new UserFiles(shop.classes()).all()).isNotEmpty().noneMatch(file -> file.contains("Neuroglia"));
    }

    @Test
    void a_processor_on_the_class_path_runs_when_that_is_asked_for() {
        shop.processedBy(List.of()).sees(Jars.processor());

        shop.compile("-proc:full").succeeded();

        assertThat(shop.indexes()).containsExactly("shop.customers.NeurogliaIndex", "shop.ordering.NeurogliaIndex");
    }
}
