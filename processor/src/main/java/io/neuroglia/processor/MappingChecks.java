package io.neuroglia.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds what is wrong with mappers. */
final class MappingChecks {
    private MappingChecks() {}

    static List<Finding> of(List<MapperType> mappers, Elements elements) {
        return Stream.concat(twice(mappers), notImplemented(mappers, elements)).toList();
    }

    private static Stream<Finding> twice(List<MapperType> mappers) {
        Map<MapperType.Pair, List<MapperType.Method>> byPair = mappers.stream()
                .flatMap(mapper -> mapper.methods().stream())
                .collect(groupingBy(MapperType.Method::pair, LinkedHashMap::new, toList()));
        return byPair.values().stream()
                .filter(rivals -> rivals.size() > 1)
                .flatMap(rivals -> IntStream.range(0, rivals.size()).mapToObj(index -> twice(rivals, index)));
    }

    /** Each is complained of together with the first, and that one with the second. */
    private static Finding twice(List<MapperType.Method> rivals, int index) {
        MapperType.Method method = rivals.get(index);
        Finding finding = Finding.at(
                method.mapper(),
                Diagnostic.SEVERAL_MAPPINGS,
                method.pair().source().nestedName(),
                method.pair().target().nestedName(),
                rivals.get(0).words(),
                rivals.get(Math.max(index, 1)).words());
        return isDeclaredIn(method.mapper(), method.element()) ? finding.on(method.element()) : finding;
    }

    /** An inherited method is complained of where it is inherited. */
    private static boolean isDeclaredIn(ClassName mapper, Element method) {
        return method.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals(mapper.canonicalName());
    }

    private static Stream<Finding> notImplemented(List<MapperType> mappers, Elements elements) {
        return mappers.stream()
                .filter(mapper -> !mapper.methods().isEmpty())
                .filter(mapper ->
                        elements.getTypeElement(mapper.implementation().canonicalName()) == null)
                .map(mapper -> Finding.at(
                        mapper.name(),
                        Diagnostic.MAPPER_NOT_IMPLEMENTED,
                        mapper.implementation().canonicalName(),
                        mapper.name().nestedName(),
                        mapper.name().nestedName()));
    }
}
