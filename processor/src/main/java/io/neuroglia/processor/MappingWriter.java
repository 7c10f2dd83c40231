package io.neuroglia.processor;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the source text of the index of one package's mappings. */
final class MappingWriter {
    private static final Set<String> IMPORTED = Set.of("MappingIndex", "MappingVisitor", "Generated");
    private static final String TEMPLATE = """
        {package}import io.neuroglia.mapping.spi.MappingIndex;
        import io.neuroglia.mapping.spi.MappingVisitor;
        {import}
        /**
         * The mappings that the compiler found in this package.
         *
         * <ul>
        {notes} * </ul>
         */
        {mark}@SuppressWarnings({"deprecation", "removal"})
        public final class {name} implements MappingIndex {
            /** For the service loader. */
            public {name}() {}

            @Override
            public void accept(MappingVisitor visitor) {
        {mappers}{mappings}    }
        }
        """;

    private final ClassName index;

    private MappingWriter(ClassName index) {
        this.index = index;
    }

    /**
     * Writes an index.
     *
     * @param index its name
     * @param mappers what it names, all of its package; at least one has a mapping
     * @param generatedVisible whether the module being compiled can see {@code javax.annotation.processing.Generated}
     */
    static String write(ClassName index, List<MapperType> mappers, boolean generatedVisible) {
        MappingWriter writer = new MappingWriter(index);
        return TEMPLATE.replace(
                        "{package}", index.packageName().isEmpty() ? "" : "package " + index.packageName() + ";\n\n")
                .replace("{import}", generatedVisible ? "import javax.annotation.processing.Generated;\n" : "")
                .replace(
                        "{mark}",
                        generatedVisible ? "@Generated(\"" + NeurogliaProcessor.class.getName() + "\")\n" : "")
                .replace("{name}", index.nestedName())
                .replace("{notes}", writer.eachMapping(mappers, writer::note))
                .replace(
                        "{mappers}",
                        mappers.stream()
                                .filter(MapperType::selfMade)
                                .map(writer::maker)
                                .collect(joining()))
                .replace("{mappings}", writer.eachMapping(mappers, writer::mapping));
    }

    private String eachMapping(List<MapperType> mappers, Function<MapperType.Method, String> words) {
        return mappers.stream()
                .flatMap(mapper -> mapper.methods().stream())
                .map(words)
                .collect(joining());
    }

    private String note(MapperType.Method method) {
        return " *   <li>{@link " + reference(method.pair().source()) + "} to {@link "
                + reference(method.pair().target()) + "}: {@link " + reference(method.mapper()) + "}\n";
    }

    private String maker(MapperType mapper) {
        return "        visitor.mapper(" + reference(mapper.name()) + ".class, " + reference(mapper.implementation())
                + "::new);\n";
    }

    private String mapping(MapperType.Method method) {
        String classes = Stream.of(method.pair().source(), method.pair().target(), method.mapper())
                .map(type -> reference(type) + ".class, ")
                .collect(joining());
        return "        visitor.mapping(" + classes + "(mapper, source) -> mapper." + method.name() + "(source));\n";
    }

    /** Short inside the package, unless what the index imports would hide it; full elsewhere. */
    private String reference(ClassName type) {
        boolean isShort = type.packageName().equals(index.packageName())
                && !IMPORTED.contains(type.outermost().nestedName());
        return isShort ? type.nestedName() : type.canonicalName();
    }
}
