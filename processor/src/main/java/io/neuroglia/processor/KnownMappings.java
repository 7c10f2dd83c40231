package io.neuroglia.processor;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/**
 * What a compilation knows of mappings, to tell which are missing.
 *
 * @param declared the classes of its sources
 * @param pairs the mappings of its mappers, those included that are not compiled again
 * @param missing what becomes of missing ones
 * @param others tells whether there are classes that are not compiled again
 */
record KnownMappings(
        NavigableSet<ClassName> declared, Set<MapperType.Pair> pairs, MissingPolicy missing, OtherClasses others) {

    static KnownMappings of(
            NavigableSet<ClassName> declared, List<MapperType> mappers, MissingPolicy missing, OtherClasses others) {
        Set<MapperType.Pair> pairs = new HashSet<>();
        mappers.forEach(mapper -> mapper.methods().forEach(method -> pairs.add(method.pair())));
        return new KnownMappings(declared, pairs, missing, others);
    }

    /** Looks for classes of other sources. */
    @FunctionalInterface
    interface OtherClasses {
        boolean besides(Set<ClassName> sources) throws IOException;
    }

    /**
     * Whether nobody can map a class: no mapper of this compilation does, nothing is registered in it, and no module
     * that it uses can know both classes. Not known while only some sources are compiled.
     *
     * @param sources the class and its supertypes
     * @param registered mappings that are registered by hand
     */
    boolean isMissing(Collection<ClassName> sources, ClassName target, Set<MapperType.Pair> registered)
            throws IOException {
        boolean declaredHere = sources.stream().anyMatch(this::isOwn) || isOwn(target);
        return missing != MissingPolicy.OFF
                && declaredHere
                && sources.stream()
                        .map(source -> new MapperType.Pair(source, target))
                        .noneMatch(pair -> pairs.contains(pair) || registered.contains(pair))
                && !others.besides(declared);
    }

    private boolean isOwn(ClassName name) {
        return declared.contains(name);
    }
}
