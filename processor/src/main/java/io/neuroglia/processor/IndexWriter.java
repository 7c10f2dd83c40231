package io.neuroglia.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the source text of one package's index. */
final class IndexWriter {
    private static final Set<String> IMPORTED =
            Set.of("HandlerIndex", "HandlerIndexVisitor", "RouteLinks", "Generated");
    private static final String TEMPLATE = """
        {package}import io.neuroglia.handler.spi.HandlerIndex;
        import io.neuroglia.handler.spi.HandlerIndexVisitor;
        {linksImport}{import}
        /**
         * What the compiler found in this package.
         *
         * <ul>
        {notes} * </ul>
         */
        {mark}@SuppressWarnings({"deprecation", "removal"})
        public final class {name} implements HandlerIndex {
            /** For the service loader. */
            public {name}() {}

            @Override
            public void accept(HandlerIndexVisitor visitor) {
        {calls}    }
        {links}}
        """;
    private static final String IMPORT = "import javax.annotation.processing.Generated;\n";
    private static final String MARK = "@Generated(\"" + NeurogliaProcessor.class.getName() + "\")\n";

    private final ClassName index;
    private final NavigableSet<IndexEntry> entries;

    private IndexWriter(ClassName index, NavigableSet<IndexEntry> entries) {
        this.index = index;
        this.entries = entries;
    }

    /**
     * Writes an index.
     *
     * @param index its name
     * @param entries what it says; not empty
     * @param generatedVisible whether the module being compiled can see {@code javax.annotation.processing.Generated}
     */
    static String write(ClassName index, NavigableSet<IndexEntry> entries, boolean generatedVisible) {
        IndexWriter writer = new IndexWriter(index, entries);
        return TEMPLATE.replace("{package}", writer.packageDeclaration())
                .replace(
                        "{linksImport}",
                        writer.links().isEmpty() ? "" : "import io.neuroglia.handler.spi.RouteLinks;\n")
                .replace("{import}", generatedVisible ? IMPORT : "")
                .replace("{mark}", generatedVisible ? MARK : "")
                .replace("{name}", index.nestedName())
                .replace("{notes}", writer.notes())
                .replace("{calls}", writer.calls())
                .replace("{links}", writer.links());
    }

    private String packageDeclaration() {
        return index.packageName().isEmpty() ? "" : "package " + index.packageName() + ";\n\n";
    }

    /** Links that lead from each message to what handles it, in any editor. */
    private String notes() {
        return entries.stream()
                .collect(groupingBy(IndexEntry::message, TreeMap::new, mapping(this::fate, joining(", "))))
                .entrySet()
                .stream()
                .map(note -> " *   <li>" + link(note.getKey()) + ": " + note.getValue() + "\n")
                .collect(joining());
    }

    private String fate(IndexEntry entry) {
        return entry.handler() == null ? entry.kind().words() : entry.kind().words() + " " + link(entry.handler());
    }

    private String link(ClassName type) {
        return "{@link " + reference(type) + "}";
    }

    private String calls() {
        return entries.stream().map(this::call).collect(joining());
    }

    private String call(IndexEntry entry) {
        String arguments = Stream.of(entry.message(), entry.handler())
                .flatMap(Stream::ofNullable)
                .map(type -> reference(type) + ".class")
                .collect(joining(", "));
        return "        visitor." + entry.kind().visitorMethod() + "(" + arguments + ");\n";
    }

    /** Nothing where no request has links of its own. */
    private String links() {
        String cases = entries.stream()
                .filter(entry -> entry.links() != null)
                .map(entry -> "            case \"" + entry.message().binaryName() + "\" -> new "
                        + entry.links().nestedName() + "();\n")
                .collect(joining());
        return cases.isEmpty() ? "" : """

                @Override
                public RouteLinks<?, ?> links(Class<?> requestType) {
                    return switch (requestType.getName()) {
            {cases}            default -> RouteLinks.shared();
                    };
                }
            """.replace("{cases}", cases);
    }

    /** Short inside the package, unless what the index imports would hide it; full elsewhere. */
    private String reference(ClassName type) {
        boolean isShort = type.packageName().equals(index.packageName())
                && !IMPORTED.contains(type.outermost().nestedName());
        return isShort ? type.nestedName() : type.canonicalName();
    }
}
