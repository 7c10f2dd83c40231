package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a request without a handler is complained of, and when not. */
class MissingHandlerTest {
    @TempDir
    Path folder;

    private TestModule module;

    @BeforeEach
    void start_with_one_request() {
        module = new TestModule(folder, "classes").source("shop.PlaceOrder", Shop.PLACE_ORDER);
    }

    @Nested
    class By_option {

        @BeforeEach
        void add_a_request_that_is_handled_elsewhere() {
            module.source("shop.FindOrder", """
                package shop;
                @io.neuroglia.message.HandledElsewhere
                record FindOrder() implements io.neuroglia.message.Query<String> {}
                """);
        }

        @Test
        void it_is_an_error_unless_said_otherwise() {
            assertThat(module.compile())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR [NEU001] No handler for PlaceOrder.");
            assertThat(module.compileWith("-Aneuroglia.missing=error")).isEqualTo(module.compile());
        }

        @Test
        void it_is_a_warning_if_wanted() {
            assertThat(module.compileWith("-Aneuroglia.missing=warn"))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING [NEU001] No handler for PlaceOrder.");

            assertThat(module.calls("shop.NeurogliaIndex"))
                    .containsExactly("visitor.handledElsewhere(FindOrder.class);");
        }

        @Test
        void nothing_is_demanded_when_it_is_off() {
            module.source("shop.Happened", """
                package shop;
                record Happened() implements io.neuroglia.message.DomainEvent {}
                """);

            assertThat(module.compileWith("-Aneuroglia.missing=off")).isEmpty();

            assertThat(module.calls("shop.NeurogliaIndex")).containsExactly("visitor.domainEvent(Happened.class);");
        }

        @Test
        void an_unknown_value_is_refused() {
            assertThat(module.compileWith("-Aneuroglia.missing=on"))
                    .containsExactly(
                            "ERROR [NEU008] -Aneuroglia.missing=on is not known. Use one of error, warn and off."
                                    + " See docs/errors/NEU008.md");
        }
    }

    @Nested
    class Beside_other_errors {

        @Test
        void it_is_silent_about_what_a_broken_source_may_have_handled() {
            module.source("shop.Broken", "package shop; class Broken { void } ");

            assertThat(module.compileWith("--should-stop=ifError=FLOW"))
                    .isNotEmpty()
                    .noneMatch(diagnostic -> diagnostic.contains("NEU"));
        }

        @Test
        void it_is_silent_about_what_an_unresolved_class_may_have_handled() {
            module.source("shop.PlaceOrderHandler", "package shop; class PlaceOrderHandler extends Missing {}");

            assertThat(module.compile()).isNotEmpty().noneMatch(diagnostic -> diagnostic.contains("NEU"));
        }

        @Test
        void it_is_silent_about_what_a_handler_with_type_parameters_may_have_handled() {
            module.source("shop.AnyHandler", """
                package shop;
                import io.neuroglia.message.Command;
                import io.neuroglia.result.OperationResult;
                class AnyHandler<C extends Command<String>>
                        implements io.neuroglia.handler.CommandHandler<C, String> {
                    @Override
                    public OperationResult<String> handle(C command) {
                        return OperationResult.ok("");
                    }
                }
                """);

            assertThat(module.compile())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR [NEU005] AnyHandler has type parameters");
        }
    }
}
