package io.neuroglia.conventions;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module, and the modules and outside packages that its code may know. Packages named in full include those below. */
enum Module {
    MEDIATION(List.of(), "java", "org.slf4j", "org.jspecify"),
    PROCESSOR(
            List.of(),
            "java",
            "com.sun.source",
            "javax.annotation.processing",
            "javax.lang.model",
            "javax.tools",
            "org.jspecify"),
    BEHAVIORS(List.of(MEDIATION)),
    DATA(List.of(MEDIATION)),
    POSTGRES_EMBEDDED(List.of()),
    TESTING(List.of(MEDIATION, DATA, POSTGRES_EMBEDDED)),
    CHAOS(List.of(MEDIATION, DATA, POSTGRES_EMBEDDED)),
    SPRING(List.of(MEDIATION, BEHAVIORS, DATA)),
    PIZZERIA(List.of(MEDIATION, BEHAVIORS, DATA, SPRING));

    private static final Map<Module, JavaClasses> CLASSES = new EnumMap<>(Module.class);

    private final List<Module> knows;
    private final List<String> outside;

    /** No outside packages means any. */
    Module(List<Module> knows, String... outside) {
        this.knows = knows;
        this.outside = List.of(outside);
    }

    List<Module> knows() {
        return knows;
    }

    List<String> outside() {
        return outside;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The compiled code that ships. */
    JavaClasses classes() {
        return CLASSES.computeIfAbsent(this, module -> importer().importPath(output(module.folder(), "classes")));
    }

    static JavaClasses allClasses() {
        return importer()
                .importPaths(Arrays.stream(values())
                        .map(module -> output(module.folder(), "classes"))
                        .toList());
    }

    /** Passes over what only leads the compiler from one module to the index of another: nobody writes those packages. */
    private static ClassFileImporter importer() {
        return new ClassFileImporter().withImportOption(location -> !location.contains("/io/neuroglia/indexed/"));
    }

    /** All modules' tests, these here among them. */
    static JavaClasses allTests() {
        Stream<String> folders =
                Stream.concat(Arrays.stream(values()).map(Module::folder), Stream.of("blackbox", "conventions"));
        return new ClassFileImporter()
                .importPaths(folders.map(folder -> output(folder, "test-classes"))
                        .filter(Files::isDirectory)
                        .toList());
    }

    /** The names of all classes of the given modules. */
    static Set<String> namesOf(Collection<Module> modules) {
        return modules.stream()
                .flatMap(module -> module.classes().stream())
                .map(JavaClass::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Path output(String folder, String part) {
        return House.root().resolve(folder).resolve("target").resolve(part);
    }
}
