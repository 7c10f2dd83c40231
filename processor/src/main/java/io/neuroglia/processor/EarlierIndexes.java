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
 * @param service the file with the names of the indexes
 * @param known the file with the names of the classes
 * @param indexes names of the generated classes
 * @param classes names of the classes in them, and of handlers registered by hand
 */
record EarlierIndexes(String service, String known, Set<String> indexes, Set<String> classes) {
    private static final String CLASSES = "META-INF/neuroglia/known-classes";

    static EarlierIndexes read(ClassOutput output) throws IOException {
        return read(output, MediationNames.INDEX_SERVICE, CLASSES);
    }

    static EarlierIndexes read(ClassOutput output, String service, String known) throws IOException {
        return new EarlierIndexes(service, known, output.readLines(service), output.readLines(known));
    }

    /** Makes way for what this compilation knows; without any index, now or before, nothing is written. */
    void replace(ClassOutput output, NavigableSet<ClassName> newIndexes, NavigableSet<ClassName> newClasses)
            throws IOException {
        if (!newIndexes.isEmpty() || !indexes.isEmpty()) {
            output.writeLines(service, names(newIndexes));
            output.writeLines(known, names(newClasses));
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

    /** Whether there is a class of an index's name that will not be overwritten. */
    boolean isTaken(ClassName index, Set<ClassName> declared, Elements elements) {
        boolean exists = elements.getTypeElement(index.canonicalName()) != null;
        boolean overwritten = indexes.contains(index.canonicalName()) && !declared.contains(index);
        return exists && !overwritten;
    }

    private static List<String> names(NavigableSet<ClassName> classes) {
        return classes.stream().map(ClassName::canonicalName).toList();
    }
}
