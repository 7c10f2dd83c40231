package io.neuroglia.mapping;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A mapper that finds the target first and then the source. */
final class MappingsByTarget implements Mapper {
    private static final int MOST_NAMED = 8;

    private final Map<Class<?>, MappingsToOne> byTarget;

    /** Mappings of which no two have the same pair. */
    MappingsByTarget(Collection<Mapping<?, ?>> mappings) {
        this.byTarget = mappings.stream().collect(groupingBy(Mapping::targetType)).entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> new MappingsToOne(entry.getValue())));
    }

    @Override
    public <T> T map(Object source, Class<T> targetType) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(targetType, "targetType");
        MappingsToOne mappings = byTarget.get(targetType);
        Mapping<?, ?> mapping = mappings == null ? null : mappings.from(source.getClass());
        if (mapping == null) {
            throw new MissingMappingException(source.getClass(), targetType, near(source.getClass(), targetType));
        }
        return targetType.cast(mapping.map(source));
    }

    /** Those of the source to other targets, and those of other sources to the target or something like it. */
    private List<Mapping<?, ?>> near(Class<?> sourceType, Class<?> targetType) {
        Stream<Mapping<?, ?>> all = byTarget.values().stream().flatMap(MappingsToOne::all);
        return all.filter(mapping -> mapping.mapsFrom(sourceType) || isRelated(mapping.targetType(), targetType))
                .limit(MOST_NAMED)
                .toList();
    }

    private static boolean isRelated(Class<?> one, Class<?> other) {
        return one.isAssignableFrom(other) || other.isAssignableFrom(one);
    }
}
