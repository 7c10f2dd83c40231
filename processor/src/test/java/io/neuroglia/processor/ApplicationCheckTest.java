package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are right by themselves, and the application that puts them together. */
class ApplicationCheckTest {
    private static final String DELIVER = """
        package contract;
        @io.neuroglia.message.HandledElsewhere
        public record Deliver(String address) implements io.neuroglia.message.Command<String> {}
        """;
    private static final String APPLICATION = """
        package app;
        @io.neuroglia.mediation.NeurogliaApplication
        class Application {}
        """;

    @TempDir
    Path folder;

    private TestModule contract;
    private TestModule courier;
    private TestModule application;

    @BeforeEach
    void compile_a_contract() {
        contract = new TestModule(folder.resolve("contract"), "classes").source("contract.Deliver", DELIVER);
        courier = new TestModule(folder.resolve("courier"), "classes").sees(contract);
        application = new TestModule(folder.resolve("app"), "classes")
                .sees(contract)
                .sees(courier)
                .source("app.Application", APPLICATION);
        assertThat(contract.compile()).isEmpty();
    }

    @Nested
    class Missing_handlers {

        @Test
        void a_request_that_no_module_handles_is_an_error_at_the_application() {
            assertThat(application.compile())
                    .containsExactly("ERROR [NEU001] No handler for contract.Deliver. Write a class that implements"
                            + " CommandHandler<Deliver, String>, or name it in @NeurogliaApplication(byHand = …) if a"
                            + " function handles it. See docs/errors/NEU001.md");
            assertThat(application.places()).containsExactly("Application.java:3");
        }

        @Test
        void a_module_without_the_mark_is_not_asked() {
            TestModule library = new TestModule(folder.resolve("library"), "classes")
                    .sees(contract)
                    .source("library.Nothing", "package library; class Nothing {}");

            assertThat(library.compile()).isEmpty();
        }

        @Test
        void a_handler_in_another_module_will_do() {
            courier.source("courier.DeliverHandler", handler("courier", "DeliverHandler"));
            assertThat(courier.compile()).isEmpty();

            assertThat(application.compile()).isEmpty();
        }

        @Test
        void a_handler_in_the_application_will_do_also_when_only_the_application_class_is_compiled_again() {
            application.source("app.DeliverHandler", handler("app", "DeliverHandler"));

            assertThat(application.compile()).isEmpty();
            assertThat(application.compile("app.Application")).isEmpty();
        }

        @Test
        void a_handler_that_was_deleted_does_not_count() {
            courier.source("courier.DeliverHandler", handler("courier", "DeliverHandler"));
            assertThat(courier.compile()).isEmpty();
            courier.delete("courier.DeliverHandler");

            assertThat(application.compile()).singleElement().asString().startsWith("ERROR [NEU001]");
        }

        @Test
        void a_function_has_to_be_announced() {
            application.source("app.Application", """
                package app;
                @io.neuroglia.mediation.NeurogliaApplication(byHand = contract.Deliver.class)
                class Application {}
                """);

            assertThat(application.compile()).isEmpty();
        }

        @Test
        void a_handler_that_a_module_registers_by_hand_will_do() {
            TestModule whole = new TestModule(folder.resolve("whole"), "classes")
                    .source("shop.PlaceOrder", Shop.PLACE_ORDER)
                    .source(
                            "shop.PlaceOrderHandler",
                            Shop.handler("@io.neuroglia.handler.NotIndexed", "PlaceOrderHandler", "PlaceOrder"));
            assertThat(whole.compile()).isEmpty();
            TestModule user = new TestModule(folder.resolve("user"), "classes")
                    .sees(whole)
                    .source("app.Application", APPLICATION);

            assertThat(user.compile()).isEmpty();
        }

        @Test
        void the_policy_decides_how_bad_it_is() {
            assertThat(application.compileWith("-Aneuroglia.missing=warn"))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING [NEU001] No handler for contract.Deliver.");
            assertThat(application.compileWith("-Aneuroglia.missing=off")).isEmpty();
        }

        @Test
        void an_application_of_spring_boot_needs_no_other_mark() {
            application
                    .source("org.springframework.boot.autoconfigure.SpringBootApplication", """
                        package org.springframework.boot.autoconfigure;
                        public @interface SpringBootApplication {}
                        """)
                    .source("app.Application", """
                        package app;
                        @org.springframework.boot.autoconfigure.SpringBootApplication
                        class Application {}
                        """);

            assertThat(application.compile()).singleElement().asString().startsWith("ERROR [NEU001]");
        }

        @Test
        void while_the_application_holds_other_errors_nothing_is_called_missing() {
            application.source("app.Broken", "package app; class Broken extends Missing {}");

            assertThat(application.compile()).isNotEmpty().noneMatch(diagnostic -> diagnostic.contains("NEU"));
        }
    }

    @Nested
    class Quarrels {

        @Test
        void two_modules_that_handle_one_request_are_named() {
            courier.source("courier.DeliverHandler", handler("courier", "DeliverHandler"));
            assertThat(courier.compile()).isEmpty();
            application.source("app.DeliverHandler", handler("app", "DeliverHandler"));

            assertThat(application.compile())
                    .containsExactly("ERROR [NEU002] Two handlers for contract.Deliver: app.DeliverHandler and"
                            + " courier.DeliverHandler. Remove one, or mark one @NotIndexed and do not register it."
                            + " See docs/errors/NEU002.md");
        }

        @Test
        void logical_names_that_two_modules_give_are_named_with_everything_else() {
            courier.source("courier.Delivered", event("courier")).source("courier.Tell", listener("courier", "Tell"));
            assertThat(courier.compile()).isEmpty();
            application.source("app.Delivered", event("app")).source("app.Tell", listener("app", "Tell"));

            assertThat(application.compile())
                    .satisfiesExactlyInAnyOrder(
                            missing ->
                                    assertThat(missing).startsWith("ERROR [NEU001] No handler for contract.Deliver."),
                            events -> assertThat(events)
                                    .startsWith("ERROR [NEU006] Two events are stored under the name Delivered:"
                                            + " app.Delivered and courier.Delivered."),
                            handlers -> assertThat(handlers)
                                    .startsWith("ERROR [NEU006] Two event handlers are stored under the name Tell:"
                                            + " app.Tell and courier.Tell."));
        }

        @Test
        void an_event_that_is_never_stored_quarrels_with_nobody() {
            courier.source("courier.DeliverHandler", handler("courier", "DeliverHandler"))
                    .source("courier.Delivered", event("courier"));
            assertThat(courier.compile()).isEmpty();
            application.source("app.Delivered", """
                package app;
                @io.neuroglia.handler.NotIndexed
                record Delivered() implements io.neuroglia.message.DomainEvent {}
                """);

            assertThat(application.compile()).isEmpty();
        }

        @Test
        void what_one_compilation_alone_gets_wrong_is_told_once() {
            application
                    .source("app.DeliverHandler", handler("app", "DeliverHandler"))
                    .source("app.Rival", handler("app", "Rival"));

            assertThat(application.compile())
                    .hasSize(2)
                    .allSatisfy(diagnostic -> assertThat(diagnostic)
                            .startsWith("ERROR [NEU002] Two handlers for Deliver: DeliverHandler and Rival."));
            assertThat(application.places()).containsExactly("DeliverHandler.java:3", "Rival.java:3");
        }

        @Test
        void a_class_of_another_module_that_cannot_be_read_makes_nothing_missing() {
            courier.source("courier.Base", "package courier; abstract class Base {}")
                    .source("courier.Happened", """
                        package courier;
                        class Happened extends Base implements io.neuroglia.message.DomainEvent {}
                        """);
            assertThat(courier.compile()).isEmpty();
            courier.delete("courier.Base");

            assertThat(application.compile()).noneMatch(diagnostic -> diagnostic.contains("NEU0"));
        }
    }

    @Test
    void named_modules_are_found_by_what_they_provide() {
        List<String> reading = List.of("--add-reads", "contract=ALL-UNNAMED");
        TestModule named = new TestModule(folder.resolve("named"), "classes")
                .source("contract.Deliver", DELIVER)
                .source("module-info", """
                    module contract {
                        exports contract;
                        provides io.neuroglia.handler.spi.HandlerIndex with contract.NeurogliaIndex;
                    }
                    """);
        assertThat(named.compileWith(reading.toArray(String[]::new))).isEmpty();
        TestModule user = new TestModule(folder.resolve("user"), "classes").source("app.Application", APPLICATION);

        assertThat(user.compileWith(
                        "--module-path",
                        named.output(),
                        "--add-modules",
                        "contract",
                        "--add-reads",
                        "contract=ALL-UNNAMED"))
                .singleElement()
                .asString()
                .startsWith("ERROR [NEU001] No handler for contract.Deliver.");
    }

    private static String handler(String packageName, String name) {
        return """
            package %s;
            import io.neuroglia.result.OperationResult;
            class %s implements io.neuroglia.handler.CommandHandler<contract.Deliver, String> {
                @Override
                public OperationResult<String> handle(contract.Deliver request) {
                    return OperationResult.ok("");
                }
            }
            """.formatted(packageName, name);
    }

    private static String event(String packageName) {
        return "package " + packageName + "; record Delivered() implements io.neuroglia.message.DomainEvent {}";
    }

    private static String listener(String packageName, String name) {
        return """
            package %s;
            class %s implements io.neuroglia.handler.EventHandler<Delivered> {
                @Override
                public void handle(Delivered event) {}
            }
            """.formatted(packageName, name);
    }
}
