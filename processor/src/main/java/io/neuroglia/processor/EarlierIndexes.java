package io.neuroglia.processor;

import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.util.Elements;

/**
 * What the compilation before this one knew. When only some sources are compiled (by an editor, say), it tells of the
 * handlers in all the others; where a class is gone by now, or compiled again, it says nothing of it.
 *
 * @param indexes names of the generated classes
 * @param classes names of the classes in them, and of handlers registered by hand
 */
record EarlierIndexes(Set<String> indexes, Set<String> classes) {
    private static final String CLASSES = "META-INF/neuroglia/known-classes";

    static EarlierIndexes read(ClassOutput output) throws IOException {
        return new EarlierIndexes(output.readLines(MediationNames.INDEX_SERVICE), output.readLines(CLASSES));
    }

    /** Makes way for what this compilation knows; without any index, now or before, nothing is written. */
    void replace(ClassOutput output, NavigableSet<ClassName> newIndexes, NavigableSet<ClassName> newClasses)
            throws IOException {
        if (!newIndexes.isEmpty() || !indexes.isEmpty()) {
            output.writeLines(MediationNames.INDEX_SERVICE, names(newIndexes));
            output.writeLines(CLASSES, names(newClasses));
        }
    }

    /** The classes that still exist, but not in the sources that are being compiled. */
    NavigableSet<ClassName> classesBeside(Set<ClassName> declared, Elements elements) {
        NavigableSet<ClassName> names = new TreeSet<>();
        classes.stream()
                .flatMap(name -> Stream.ofNullable(elements.getTypeElement(name)))
                .map(element -> new SourceType(element).name())
                .filter(name -> !declared.contains(name.outermost()))
                .forEach(names::add);
        return names;
    }

    private static List<String> names(NavigableSet<ClassName> classes) {
        return classes.stream().map(ClassName::canonicalName).toList();
    }
}
