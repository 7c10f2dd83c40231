package io.neuroglia.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All mappings to one class. What was found for a class is remembered, so that its supertypes are looked at once. */
final class MappingsToOne {
    private final List<Mapping<?, ?>> mappings;
    private final Map<Class<?>, Optional<Mapping<?, ?>>> found = new ConcurrentHashMap<>();

    MappingsToOne(List<Mapping<?, ?>> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    Stream<Mapping<?, ?>> all() {
        return mappings.stream();
    }

    /** The mapping for a class or for its nearest supertype, or null. */
    @Nullable
    Mapping<?, ?> from(Class<?> type) {
        Optional<Mapping<?, ?>> known = found.get(type);
        if (known == null) {
            known = Optional.ofNullable(nearest(type));
            found.put(type, known);
        }
        return known.orElse(null);
    }

    private @Nullable Mapping<?, ?> nearest(Class<?> type) {
        List<Mapping<?, ?>> fitting =
                mappings.stream().filter(mapping -> mapping.mapsFrom(type)).toList();
        List<Mapping<?, ?>> nearest = fitting.stream()
                .filter(one -> fitting.stream().allMatch(other -> other.mapsFrom(one.sourceType())))
                .toList();
        if (nearest.isEmpty() && !fitting.isEmpty()) {
            throw new IllegalStateException("Several mappings fit " + type.getName() + ", and none is nearest: "
                    + fitting.stream().map(Mapping::toString).sorted().toList() + ". Declare one for this class.");
        }
        return nearest.isEmpty() ? null : nearest.get(0);
    }
}
