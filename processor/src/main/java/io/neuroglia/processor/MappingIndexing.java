package io.neuroglia.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The mappings of one compilation. An index names the implementations that MapStruct writes, whether it has written them
 * already or not: the compiler sees both in the end. A package waits only for types that its mappers speak of.
 */
final class MappingIndexing {
    private static final String CLASSES = "META-INF/neuroglia/known-mappers";

    private final ProcessingEnvironment environment;
    private final Diagnostics diagnostics;
    private final ClassOutput output;
    private final EarlierIndexes earlier;
    private final IndexNames indexNames;
    private final MapperScanner scanner;

    /** The classes of this compilation's sources. */
    private final NavigableSet<ClassName> declared = new TreeSet<>();

    private final NavigableSet<ClassName> indexed = new TreeSet<>();

    MappingIndexing(ProcessingEnvironment environment, Diagnostics diagnostics, ClassOutput output) throws IOException {
        this.environment = environment;
        this.diagnostics = diagnostics;
        this.output = output;
        this.earlier = EarlierIndexes.read(output, MediationNames.MAPPING_SERVICE, CLASSES);
        this.indexNames = new IndexNames(
                "NeurogliaMappings", output.folder(), index -> earlier.isTaken(index, declared, elements()));
        this.scanner = new MapperScanner(environment);
    }

    /** Writes the indexes of all packages whose mappers can be read. */
    void round(Set<ClassName> sources) {
        declared.addAll(sources);
        mappers()
                .filter(mapper -> !indexed.contains(mapper.name()))
                .collect(groupingBy(mapper -> mapper.name().packageName(), TreeMap::new, toList()))
                .forEach((packageName, mappers) -> {
                    if (mappers.stream().allMatch(scanner::isResolved)) {
                        write(
                                packageName,
                                mappers.stream().map(scanner::describe).toList());
                    }
                });
    }

    /** All mappings, for the last round. */
    List<MapperType> all() {
        return mappers().filter(scanner::isResolved).map(scanner::describe).toList();
    }

    /** Reports what is wrong with mappers of this compilation; not to be called while types are missing. */
    void check() {
        List<MapperType> all = all();
        MappingChecks.of(all, elements()).stream()
                .filter(finding -> declared.contains(Objects.requireNonNull(finding.where())))
                .forEach(diagnostics::report);
    }

    /** Makes the indexes known. */
    void publish() throws IOException {
        earlier.replace(output, indexNames.chosen(), indexed);
    }

    private Stream<SourceType> mappers() {
        NavigableSet<ClassName> names = new TreeSet<>(declared);
        names.addAll(earlier.classesBeside(declared, elements()));
        List<SourceType> found = new ArrayList<>();
        for (ClassName name : names) {
            TypeElement element = elements().getTypeElement(name.canonicalName());
            if (element != null && scanner.isMapper(new SourceType(element))) {
                found.add(new SourceType(element));
            }
        }
        return found.stream();
    }

    private void write(String packageName, List<MapperType> mappers) {
        mappers.forEach(mapper -> indexed.add(mapper.name()));
        List<MapperType> useful = mappers.stream()
                .filter(mapper -> !mapper.methods().isEmpty())
                .sorted(Comparator.comparing(MapperType::name))
                .toList();
        if (!useful.isEmpty()) {
            write(indexNames.choose(packageName), useful);
        }
    }

    private void write(ClassName index, List<MapperType> mappers) {
        Element[] origins = mappers.stream()
                .map(mapper -> elements().getTypeElement(mapper.name().canonicalName()))
                .toArray(Element[]::new);
        try {
            String text = MappingWriter.write(index, mappers, Indexing.isGeneratedVisible(elements(), origins[0]));
            output.writeSource(index, text, origins);
        } catch (IOException | RuntimeException e) {
            diagnostics.report(
                    Finding.failure(index.canonicalName(), mappers.get(0).name(), e));
        }
    }

    private Elements elements() {
        return environment.getElementUtils();
    }
}
