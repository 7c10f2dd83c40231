package io.neuroglia.conventions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dependencies point one way. */
class DependencyDirectionTest {

    @ParameterizedTest
    @EnumSource
    void a_module_knows_only_the_modules_below_it(Module module) {
        JavaClasses classes = module.classes();
        assertThat(classes).isNotEmpty();

        List<Module> others = new ArrayList<>(Arrays.asList(Module.values()));
        others.remove(module);
        others.removeAll(module.knows());

        noClasses()
                .should()
                .dependOnClassesThat(areIn(others))
                .because(module.folder() + " may know only " + module.knows())
                .check(classes);
    }

    @ParameterizedTest
    @EnumSource(names = {"MEDIATION", "PROCESSOR"})
    void a_module_at_the_bottom_knows_little_of_the_world(Module module) {
        JavaClasses classes = module.classes();
        assertThat(classes).isNotEmpty();

        Set<String> own = Module.namesOf(List.of(module));
        DescribedPredicate<JavaClass> allowed = describe(
                "are its own or of " + module.outside(),
                target -> own.contains(elementOf(target).getName())
                        || elementOf(target).isPrimitive()
                        || module.outside().stream().anyMatch(outside -> isWithin(target, outside)));

        classes().should().onlyDependOnClassesThat(allowed).check(classes);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POSTGRES_EMBEDDED", "SPRING", "PIZZERIA"})
    void only_the_starter_auto_configurations_and_the_application_know_spring(Module module) {
        JavaClasses classes = module.classes();
        assertThat(classes).isNotEmpty();

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(classes);
    }

    @Test
    void the_embedded_server_knows_spring_in_its_auto_configuration_only() {
        JavaClasses classes = Module.POSTGRES_EMBEDDED.classes();
        assertThat(classes).isNotEmpty();

        noClasses()
                .that()
                .resideInAPackage("io.neuroglia.postgres")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.neuroglia.postgres.spring")
                .check(classes);
    }

    @Test
    void packages_form_no_cycles() {
        JavaClasses classes = Module.allClasses();
        assertThat(classes).isNotEmpty();

        slices().matching("io.neuroglia.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void a_package_lies_in_one_module_only() {
        Map<String, Module> homes = new HashMap<>();
        for (Module module : Module.values()) {
            assertThat(module.classes()).isNotEmpty();

            for (JavaClass type : module.classes()) {
                Module home = homes.computeIfAbsent(type.getPackageName(), unseen -> module);
                assertThat(home)
                        .as("the module of package %s", type.getPackageName())
                        .isEqualTo(module);
            }
        }
    }

    private static DescribedPredicate<JavaClass> areIn(Collection<Module> modules) {
        Set<String> names = Module.namesOf(modules);
        return describe(
                "are in " + modules, target -> names.contains(elementOf(target).getName()));
    }

    private static JavaClass elementOf(JavaClass type) {
        return type.getBaseComponentType();
    }

    private static boolean isWithin(JavaClass type, String packageName) {
        return (elementOf(type).getPackageName() + ".").startsWith(packageName + ".");
    }
}
