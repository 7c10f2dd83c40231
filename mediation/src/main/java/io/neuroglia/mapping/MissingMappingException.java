package io.neuroglia.mapping;

import java.util.List;
import java.util.stream.Collectors;

/**
 * No mapping leads from a class to the class that was asked for.
 *
 * @since 0.1
 */
public final class MissingMappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingMappingException(Class<?> sourceType, Class<?> targetType, List<Mapping<?, ?>> near) {
        super("No mapping from " + sourceType.getName() + " to " + targetType.getName() + "." + inWords(near)
                + " Declare it in an interface with MapStruct's @Mapper and compile that with neuroglia-processor, or"
                + " register it with Mapper.builder().mapping(…).");
    }

    private static String inWords(List<Mapping<?, ?>> near) {
        return near.isEmpty()
                ? ""
                : near.stream().map(Mapping::toString).sorted().collect(Collectors.joining(", ", " There are: ", "."));
    }
}
