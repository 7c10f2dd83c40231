package io.neuroglia.conventions;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.commons.annotation.Testable;

/** How packages, types and tests are written. */
class ArchitectureTest {

    /** A sentence: words of small letters and digits, at least two. */
    private static final String SENTENCE = "[a-z0-9]+(_[a-z0-9]+)+";

    @ParameterizedTest
    @EnumSource
    void every_package_says_what_it_is_and_that_null_is_marked(Module module) {
        JavaClasses classes = module.classes();
        assertThat(classes).isNotEmpty();

        Set<String> packages = classes.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
        Set<String> marked = classes.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(toCollection(TreeSet::new));

        assertThat(marked)
                .as("packages whose package-info.java has @NullMarked")
                .isEqualTo(packages);
    }

    @Test
    void a_type_is_named_after_its_concept() {
        JavaClasses classes = Module.allClasses();
        assertThat(classes).isNotEmpty();

        // What MapStruct writes has the names that MapStruct gives.
        noClasses()
                .that()
                .areNotAssignableTo(annotatedWith("org.mapstruct.Mapper"))
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*[.$](Abstract|Base)[A-Z][^.$]*")
                .check(classes);
    }

    @Test
    void a_test_is_named_by_a_sentence() {
        JavaClasses tests = Module.allTests();
        assertThat(tests).isNotEmpty();

        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .haveNameMatching(SENTENCE)
                .check(tests);
    }

    @Test
    void a_conformance_test_is_named_by_a_sentence() {
        JavaClasses suites = Module.TESTING.classes();
        assertThat(suites).isNotEmpty();

        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .haveNameMatching(SENTENCE)
                .allowEmptyShould(true)
                .check(suites);
    }

    @Test
    void no_test_sleeps() {
        JavaClasses tests = Module.allTests();
        assertThat(tests).isNotEmpty();

        noClasses()
                .should()
                .callMethodWhere(target(name("sleep"))
                        .and(target(owner(HasName.Predicates.nameMatching(
                                Thread.class.getName() + "|" + TimeUnit.class.getName())))))
                .because("a test waits for what it needs, with a time limit")
                .check(tests);
    }
}
