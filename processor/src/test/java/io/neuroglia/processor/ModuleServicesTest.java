package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module's declaration names the indexes that are generated while it is compiled. */
class ModuleServicesTest {
    private static final String DECLARATION = "module shop { requires io.neuroglia.mediation; %s }";
    private static final String BOTH =
            "provides io.neuroglia.handler.spi.HandlerIndex with shop.NeurogliaIndex, shop.other.NeurogliaIndex;";

    @TempDir
    Path folder;

    private TestModule module;

    @BeforeEach
    void start_with_two_indexes() {
        module = new TestModule(folder, "classes")
                .source("shop.PlaceOrder", Shop.PLACE_ORDER)
                .source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"))
                .source("shop.other.Happened", """
                    package shop.other;
                    record Happened() implements io.neuroglia.message.DomainEvent {}
                    """);
    }

    @Test
    void a_declaration_that_names_all_indexes_is_complete() {
        module.source("module-info", DECLARATION.formatted(BOTH));

        assertThat(compile()).isEmpty();
    }

    @Test
    void a_declaration_without_indexes_is_told_all_of_them() {
        module.source("module-info", DECLARATION.formatted(""));

        assertThat(compile())
                .containsExactly("ERROR [NEU019] Module shop does not provide all of its handler indexes, so nobody"
                        + " finds them on the module path. Write into its module-info: " + BOTH
                        + " See docs/errors/NEU019.md");
    }

    @Test
    void a_declaration_with_some_indexes_is_told_all_of_them() {
        module.source(
                "module-info",
                DECLARATION.formatted("provides io.neuroglia.handler.spi.HandlerIndex with shop.NeurogliaIndex;"));

        assertThat(compile()).singleElement().asString().contains(BOTH);
    }

    @Test
    void other_services_of_the_module_are_not_taken_for_indexes() {
        module.source("module-info", DECLARATION.formatted("provides java.lang.Runnable with shop.Job;"))
                .source(
                        "shop.Job",
                        "package shop; public class Job implements Runnable { @Override public void run() {} }");

        assertThat(compile()).singleElement().asString().contains(BOTH);
    }

    @Test
    void an_index_that_is_not_generated_any_more_is_noticed_by_the_compiler() {
        module.source("module-info", DECLARATION.formatted(BOTH));
        module.source("shop.other.Happened", "package shop.other; record Happened() {}");

        assertThat(compile())
                .singleElement()
                .asString()
                .contains("class NeurogliaIndex")
                .doesNotContain("NEU");
    }

    @Test
    void other_errors_are_told_alone() {
        module.source("module-info", DECLARATION.formatted("requires forgotten;"));

        assertThat(compile()).singleElement().asString().contains("module not found: forgotten");
    }

    private List<String> compile() {
        return module.compileWith(
                "-p",
                String.join(
                        File.pathSeparator,
                        mediation(),
                        TestSources.library("slf4j-api"),
                        TestSources.library("jspecify")),
                "--add-modules",
                "org.slf4j,org.jspecify");
    }

    /** As a jar, because a folder of classes is no module. */
    private String mediation() {
        Path jar = folder.resolve("io.neuroglia.mediation.jar");
        String classes = TestSources.library("mediation");
        if (classes.endsWith(".jar")) {
            return classes;
        }
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes, ".");
        assertThat(status).isZero();
        return jar.toString();
    }
}
