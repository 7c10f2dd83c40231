package io.neuroglia.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's own Maven build, which imports our bill of materials and takes our jars from a repository. */
class MavenIT {
    private static final String HANDLERS = "shop/src/main/java/shop/ordering/";
    private static final String INDEXES = "shop/target/classes/META-INF/services/io.neuroglia.handler.spi.HandlerIndex";

    @TempDir
    Path folder;

    private UserFiles project;
    private UserMaven maven;

    @BeforeEach
    void copy_the_project() {
        project = UserFiles.copy("maven", folder.resolve("user"));
        UserFiles.copy("shop/main", project.folder().resolve("shop/src/main/java"));
        UserFiles.copy("shop/test", project.folder().resolve("shop/src/test/java"));
        UserFiles.copy("neighbours", project.folder().resolve("neighbours/src/main/java"));
        maven = new UserMaven(project.folder(), folder.resolve("settings"));
    }

    @Test
    void a_project_that_imports_the_bill_of_materials_builds_and_passes_its_tests() {
        maven.run("test", "-pl", "shop,neighbours").succeeded();

        assertThat(project.all())
                .contains("shop/target/classes/shop/ordering/NeurogliaIndex.class")
                .contains("shop/target/test-classes/shop/ordering/NeurogliaIndexTestClasses.class")
                .contains("shop/target/surefire-reports/TEST-shop.ordering.ShopTest.xml")
                .contains("neighbours/target/surefire-reports/TEST-neighbours.NeighboursTest.xml");
    }

    /** Needs other versions of some libraries than our own build, so an offline build has to have fetched them before. */
    @Test
    void the_starter_brings_all_that_an_application_needs() {
        maven.run("test", "-pl", "web").succeeded();

        assertThat(project.all()).contains("web/target/surefire-reports/TEST-web.WebTest.xml");
    }

    @Test
    void error_prone_looks_at_the_same_compilation() {
        project.replace(
                "neighbours/src/main/java/neighbours/FindPizzaHandler.java",
                "Pizza pizza = new Pizza();",
                "Pizza pizza = new Pizza(); new IllegalStateException(query.getName());");

        assertThat(maven.run("compile", "-pl", "neighbours").failed().text())
                .contains("FindPizzaHandler.java:[15,36] [DeadException]")
                .doesNotContain("NEU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compile", "clean compile"})
    void a_second_build_follows_what_was_changed_renamed_and_deleted(String goals) {
        maven.run("compile", "-pl", "shop").succeeded();
        assertThat(shop().lines()).isEqualTo(UserModule.SHOP_SAYS);
        String indexes = project.read(INDEXES);

        project.replace(HANDLERS + "PlaceOrderHandler.java", "\"placed \"", "\"taken \"");
        rename(HANDLERS, "PlaceOrderHandler", "Placing");
        project.write(HANDLERS + "Orders.java", withoutHandler(project.read(HANDLERS + "Orders.java")));
        project.replace(HANDLERS + "Shop.java", "mediator.publish(", "// mediator.publish(");
        run(goals).succeeded();

        assertThat(shop().lines())
                .containsExactly(
                        "taken margherita",
                        "[found 3]",
                        "Failure[problem=BAD_REQUEST: too many]",
                        "Customer[name=Mario]");
        assertThat(project.read(INDEXES)).isEqualTo(indexes);
        assertThat(classes()).isNotEmpty().noneMatch(file -> file.contains("PlaceOrderHandler"));
        assertThat(classes())
                .contains("shop/target/classes/shop/ordering/PlacingLinks.class")
                .noneMatch(file -> file.contains("Announce"));

        project.delete(HANDLERS + "Placing.java");

        assertThat(run(goals).failed().text()).contains("PlaceOrder.java:[5,1] [NEU001] No handler for PlaceOrder.");
    }

    @Test
    void where_maven_compiles_only_what_changed_the_index_keeps_all_others() {
        String onlyChanged = "-Dmaven.compiler.useIncrementalCompilation=false";
        maven.run("compile", "-pl", "shop").succeeded();
        String indexes = project.read(INDEXES);

        project.replace(HANDLERS + "PlaceOrderHandler.java", "\"placed \"", "\"taken \"");
        maven.run("compile", "-pl", "shop", onlyChanged).succeeded();

        assertThat(shop().lines())
                .startsWith("taken margherita", "[found 3]")
                .hasSameSizeAs(UserModule.SHOP_SAYS)
                .endsWith("Customer[name=Mario]");
        assertThat(project.read(INDEXES)).isEqualTo(indexes);
    }

    private Outcome run(String goals) {
        return maven.run((goals + " -pl shop").split(" "));
    }

    private void rename(String where, String old, String name) {
        project.write(
                where + name + ".java", project.read(where + old + ".java").replace(old, name));
        project.delete(where + old + ".java");
    }

    /** Takes the handler of an event away, which nothing else needs. */
    private static String withoutHandler(String orders) {
        int begin = orders.indexOf("    static final class Announce");
        int end = orders.indexOf("    static final class FewOrders");
        assertThat(begin).isBetween(0, end);
        return orders.substring(0, begin) + orders.substring(end);
    }

    private List<String> classes() {
        return project.all().stream()
                .filter(file -> file.startsWith("shop/target/classes/"))
                .toList();
    }

    private Outcome shop() {
        String path = Jars.path(Jars.library())
                + File.pathSeparator
                + project.folder().resolve("shop/target/classes");
        return Outcome.ofJava("-cp", path, "shop.ordering.Shop").succeeded();
    }
}
