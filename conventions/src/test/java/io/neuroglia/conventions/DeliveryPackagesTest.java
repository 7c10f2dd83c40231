package io.neuroglia.conventions;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packages of durable delivery: where to begin in each, and which of them are for users. */
class DeliveryPackagesTest {
    private static final String DELIVERY = "io.neuroglia.delivery";
    private static final Pattern ENTRY_POINT =
            Pattern.compile("Begin at\\s+(?:\\*\\s+)?\\{@link (io\\.neuroglia\\.delivery[\\w.]*)\\}");

    /** Told to those who observe delivery. */
    private static final String OBSERVERS = "io\\.neuroglia\\.delivery\\.running\\.(DeliveryObserver|AttemptOutcome)";

    @Test
    void each_package_names_the_public_type_to_begin_at() throws IOException {
        JavaClasses classes = Module.DATA.classes();
        Set<String> packages = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(DELIVERY))
                .collect(toCollection(TreeSet::new));
        assertThat(packages).hasSizeGreaterThan(5);

        for (String name : packages) {
            String entryPoint = entryPoint(name);
            assertThat(classes.contain(entryPoint)).as("%s exists", entryPoint).isTrue();
            JavaClass type = classes.get(entryPoint);
            assertThat(type.getPackageName()).as("package of %s", entryPoint).isEqualTo(name);
            assertThat(type.getModifiers()).as("modifiers of %s", entryPoint).contains(JavaModifier.PUBLIC);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TESTING", "CHAOS", "SPRING", "PIZZERIA"})
    void other_modules_use_only_the_packages_for_users(Module module) {
        JavaClasses classes = module.classes();
        assertThat(classes).isNotEmpty();
        DescribedPredicate<JavaClass> insides = resideInAPackage(DELIVERY + "..")
                .and(DescribedPredicate.not(
                        resideInAnyPackage(DELIVERY, DELIVERY + ".policy", DELIVERY + ".administration")))
                .and(DescribedPredicate.not(nameMatching(OBSERVERS)));

        noClasses()
                .should()
                .dependOnClassesThat(insides)
                .because("only delivery itself, its policy and its administration are for users")
                .check(classes);
    }

    private static String entryPoint(String packageName) throws IOException {
        String source = Files.readString(House.root()
                .resolve("data/src/main/java")
                .resolve(packageName.replace('.', '/'))
                .resolve("package-info.java"));
        Matcher matcher = ENTRY_POINT.matcher(source);
        assertThat(matcher.find())
                .as("package-info of %s says where to begin", packageName)
                .isTrue();
        return matcher.group(1);
    }
}
