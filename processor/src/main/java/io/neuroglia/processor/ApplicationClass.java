package io.neuroglia.processor;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import javax.lang.model.util.Elements;

/**
 * The class that marks a module as the application.
 *
 * @param byHand requests that it says are handled by functions
 */
record ApplicationClass(ClassName name, NavigableSet<ClassName> byHand) {
    private static final String SPRING_BOOT_APPLICATION =
            "org.springframework.boot.autoconfigure.SpringBootApplication";

    /** The first of these classes that is marked, if one is. */
    static Optional<ApplicationClass> among(Collection<ClassName> names, Elements elements) {
        return names.stream()
                .map(name -> elements.getTypeElement(name.canonicalName()))
                .filter(element -> element != null)
                .map(SourceType::new)
                .filter(type -> type.has(MediationNames.APPLICATION) || type.has(SPRING_BOOT_APPLICATION))
                .map(type -> new ApplicationClass(type.name(), byHand(type)))
                .findFirst();
    }

    private static NavigableSet<ClassName> byHand(SourceType type) {
        NavigableSet<ClassName> names = new TreeSet<>();
        SourceType.classes(type.element(), MediationNames.APPLICATION)
                .map(SourceType::name)
                .forEach(names::add);
        return names;
    }
}
