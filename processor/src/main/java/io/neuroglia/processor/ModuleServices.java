package io.neuroglia.processor;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * What a module says that it provides. On the module path the service loader reads only that, and not the list beside the
 * classes.
 *
 * @param provided names of the handler indexes
 */
record ModuleServices(ModuleElement module, Set<String> provided) {

    /** Reads a module's declaration, whose services all have to exist by now. */
    static ModuleServices of(ModuleElement module) {
        Set<String> provided = ElementFilter.providesIn(module.getDirectives()).stream()
                .filter(provides -> isNamed(provides.getService(), MediationNames.HANDLER_INDEX))
                .map(ProvidesDirective::getImplementations)
                .flatMap(implementations -> implementations.stream())
                .map(implementation -> implementation.getQualifiedName().toString())
                .collect(toSet());
        return new ModuleServices(module, provided);
    }

    /** Reports the directive that the module needs, with all indexes, if one of them is not in it. */
    void check(NavigableSet<ClassName> indexes, Diagnostics diagnostics) {
        NavigableSet<String> needed = new TreeSet<>(provided);
        indexes.forEach(index -> needed.add(index.canonicalName()));
        if (!needed.equals(provided)) {
            String directive = "provides " + MediationNames.HANDLER_INDEX + " with "
                    + needed.stream().collect(joining(", ")) + ";";
            diagnostics.report(
                    Finding.anywhere(
                            Diagnostic.INDEX_NOT_PROVIDED,
                            module.getQualifiedName().toString(),
                            directive),
                    module);
        }
    }

    private static boolean isNamed(TypeElement type, String name) {
        return type.getQualifiedName().contentEquals(name);
    }
}
