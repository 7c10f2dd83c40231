package io.neuroglia.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts in one jar, some of their handlers in another, the rest in the application, which merges all. */
class SeveralModulesIT {
    @TempDir
    Path folder;

    private UserModule application;

    @BeforeEach
    void pack_contracts_and_kitchen() {
        UserModule contract = UserModule.copy("modules/contract", folder.resolve("contract"));
        contract.compile().succeeded();
        UserModule kitchen =
                UserModule.copy("modules/kitchen", folder.resolve("kitchen")).sees(contract.pack("contract"));
        kitchen.compile().succeeded();
        application = UserModule.copy("modules/application", folder.resolve("application"))
                .sees(contract.pack("contract"), kitchen.pack("kitchen"));
    }

    @Test
    void the_application_merges_the_indexes_of_all_jars() {
        application.compile().succeeded();

        assertThat(application.java("pizza.application.Pizzeria").succeeded().lines())
                .containsExactly("baked margherita", "delivered to 1 Mushroom Way", "on the class path");
    }

    @Test
    void a_contract_that_nobody_handles_stops_the_start() {
        application.sources().delete("pizza/application/DeliverPizzaHandler.java");
        application
                .sources()
                .replace(
                        "pizza/application/Pizzeria.java",
                        "type == DeliverPizzaHandler.class ? new DeliverPizzaHandler() : ",
                        "");
        application.compile().succeeded();

        assertThat(application.java("pizza.application.Pizzeria").failed().text())
                .contains("No handler for pizza.contract.DeliverPizza.");
    }

    @Test
    void a_handler_in_each_of_two_jars_stops_the_start() {
        application.sources().write("pizza/application/Rival.java", """
            package pizza.application;

            import io.neuroglia.handler.CommandHandler;
            import io.neuroglia.result.OperationResult;
            import pizza.contract.BakePizza;

            final class Rival implements CommandHandler<BakePizza, String> {
                @Override
                public OperationResult<String> handle(BakePizza command) {
                    return OperationResult.ok("burnt");
                }
            }
            """);
        application
                .sources()
                .replace(
                        "pizza/application/Pizzeria.java",
                        "type == DeliverPizzaHandler.class",
                        "type == Rival.class ? new Rival() : type == DeliverPizzaHandler.class");
        application.compile().succeeded();

        assertThat(application.java("pizza.application.Pizzeria").failed().text())
                .contains("Two handlers for pizza.contract.BakePizza")
                .contains("pizza.application.Rival")
                .contains("pizza.kitchen.BakePizzaHandler");
    }
}
