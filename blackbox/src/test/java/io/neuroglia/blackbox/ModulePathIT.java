package io.neuroglia.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same modules on the module path, each with a module-info. */
class ModulePathIT {
    private static final String PROVIDES = "provides io.neuroglia.handler.spi.HandlerIndex with\n            ";

    @TempDir
    Path folder;

    private UserModule contract;

    @BeforeEach
    void copy_the_contracts() {
        contract = UserModule.copy("modules/contract", folder.resolve("contract"));
    }

    @Test
    void the_application_merges_the_indexes_of_all_modules() {
        contract.compileOnModulePath().succeeded();
        Path contracts = contract.pack("contract");
        UserModule kitchen =
                UserModule.copy("modules/kitchen", folder.resolve("kitchen")).sees(contracts);
        kitchen.compileOnModulePath().succeeded();
        Path handlers = kitchen.pack("kitchen");
        UserModule application = UserModule.copy("modules/application", folder.resolve("application"))
                .sees(contracts, handlers);
        application.compileOnModulePath().succeeded();

        String path = Jars.path(Jars.library())
                + File.pathSeparator
                + Jars.path(List.of(contracts, handlers, application.pack("application")));
        Outcome outcome = Outcome.ofJava("-p", path, "-m", "pizza.application/pizza.application.Pizzeria");

        assertThat(outcome.succeeded().lines())
                .containsExactly("baked margherita", "delivered to 1 Mushroom Way", "on the module path");
    }

    @Test
    void a_module_that_does_not_provide_its_index_is_told_the_line_it_needs() {
        contract.sources().replace("module-info.java", PROVIDES + "pizza.contract.NeurogliaIndex;", "");

        assertThat(contract.compileOnModulePath().failed().text())
                .contains("module-info.java:1: error: [NEU")
                .contains("provides io.neuroglia.handler.spi.HandlerIndex with pizza.contract.NeurogliaIndex;");
    }

    @Test
    void a_module_that_provides_an_index_that_does_not_exist_is_told_so_by_the_compiler() {
        contract.sources().replace("module-info.java", "pizza.contract.NeurogliaIndex", "pizza.contract.Gone");

        assertThat(contract.compileOnModulePath().failed().text()).contains("Gone");
    }

    @Test
    void the_processor_may_lie_on_a_module_path_too() {
        contract.processedBy(List.of());

        contract.compileOnModulePath("--processor-module-path", Jars.processor().toString())
                .succeeded();

        assertThat(contract.indexes()).containsExactly("pizza.contract.NeurogliaIndex");
    }
}
