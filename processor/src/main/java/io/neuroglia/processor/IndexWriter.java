package io.neuroglia.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the source text of one package's index. */
final class IndexWriter {
    private static final Set<String> IMPORTED =
            Set.of("HandlerIndex", "HandlerIndexVisitor", "Indexed", "Parts", "Link", "RequestHandler", "Generated");
    private static final String TEMPLATE = """
        {package}{handlerImport}import io.neuroglia.handler.spi.HandlerIndex;
        import io.neuroglia.handler.spi.HandlerIndexVisitor;
        import io.neuroglia.handler.spi.Indexed;
        {linksImport}{partsImport}{import}
        /**
         * What the compiler found in this package.
         *
         * <ul>
        {notes} * </ul>
         */
        {mark}@Indexed({subjects})
        @SuppressWarnings({"deprecation", "rawtypes", "removal"})
        public final class {name} implements HandlerIndex {
            /** For the service loader. */
            public {name}() {}

            @Override
            public int format() {
                return {format};
            }

            @Override
            public int size() {
                return {size};
            }

            @Override
            public void accept(HandlerIndexVisitor visitor) {
                for (int entry = 0; entry < {size}; entry++) {
                    accept(entry, visitor);
                }
            }

            @Override
            public void accept(int entry, HandlerIndexVisitor visitor) {
                switch (entry) {
        {calls}            default -> throw new IndexOutOfBoundsException(entry);
                }
            }
        {requests}{factories}{links}}
        """;
    static final String IMPORT = "import javax.annotation.processing.Generated;\n";
    static final String MARK = "@Generated(\"" + NeurogliaProcessor.class.getName() + "\")\n";

    /** What the written index answers as its format; raised whenever what it says or is asked changes. */
    private static final String FORMAT = "1";

    private final ClassName index;
    private final NavigableSet<IndexEntry> entries;
    private final String factories;

    private IndexWriter(ClassName index, NavigableSet<IndexEntry> entries) {
        this.index = index;
        this.entries = entries;
        this.factories = FactoryWriter.write(entries);
    }

    /**
     * Writes an index.
     *
     * @param index its name
     * @param entries what it says; not empty
     * @param byHand handlers that are kept out of it, of requests that are in it
     * @param generatedVisible whether the module being compiled can see {@code javax.annotation.processing.Generated}
     */
    static String write(
            ClassName index,
            NavigableSet<IndexEntry> entries,
            NavigableSet<ClassName> byHand,
            boolean generatedVisible) {
        IndexWriter writer = new IndexWriter(index, entries);
        return TEMPLATE.replace("{package}", writer.packageDeclaration())
                .replace(
                        "{handlerImport}",
                        writer.links().isEmpty() ? "" : "import io.neuroglia.handler.RequestHandler;\n")
                .replace("{linksImport}", writer.links().isEmpty() ? "" : "import io.neuroglia.handler.spi.Link;\n")
                .replace("{partsImport}", writer.factories.isEmpty() ? "" : "import io.neuroglia.handler.spi.Parts;\n")
                .replace("{import}", generatedVisible ? IMPORT : "")
                .replace("{mark}", generatedVisible ? MARK : "")
                .replace("{name}", index.nestedName())
                .replace("{subjects}", writer.subjects(byHand))
                .replace("{format}", FORMAT)
                .replace("{size}", String.valueOf(entries.size()))
                .replace("{notes}", writer.notes())
                .replace("{calls}", writer.calls())
                .replace("{factories}", writer.factories)
                .replace("{requests}", writer.requests())
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

    private String subjects(NavigableSet<ClassName> byHand) {
        String subjects = texts(entries.stream().map(IndexEntry::subject));
        return byHand.isEmpty() ? subjects : "value = " + subjects + ", byHand = " + texts(byHand.stream());
    }

    private static String texts(Stream<ClassName> classes) {
        return classes.map(name -> "    \"" + name.canonicalName() + "\"").collect(joining(",\n", "{\n", "\n}"));
    }

    private String calls() {
        StringBuilder calls = new StringBuilder();
        int number = 0;
        for (IndexEntry entry : entries) {
            calls.append("            case ").append(number++).append(" -> ").append(call(entry));
        }
        return calls.toString();
    }

    private String call(IndexEntry entry) {
        String arguments = Stream.of(entry.message(), entry.handler())
                .flatMap(Stream::ofNullable)
                .map(type -> reference(type) + ".class")
                .collect(joining(", "));
        return "visitor." + entry.kind().visitorMethod() + "(" + arguments + ");\n";
    }

    /** Names of requests for those who do not load their classes; nothing where no request is handled. */
    private String requests() {
        StringBuilder cases = new StringBuilder();
        int number = 0;
        for (IndexEntry entry : entries) {
            if (entry.kind() == IndexEntry.Kind.HANDLER) {
                cases.append("            case ")
                        .append(number)
                        .append(" -> \"")
                        .append(entry.message().binaryName())
                        .append("\";\n");
            }
            number++;
        }
        return cases.isEmpty() ? "" : """

                @Override
                public String request(int entry) {
                    return switch (entry) {
            {cases}            default -> HandlerIndex.super.request(entry);
                    };
                }
            """.replace("{cases}", cases);
    }

    /** Nothing where no request has links of its own. Of two handlers, which are refused elsewhere, one is enough. */
    private String links() {
        Set<ClassName> written = new HashSet<>();
        String cases = entries.stream()
                .filter(entry -> entry.links() != null && written.add(entry.message()))
                .map(entry -> "            case \"" + entry.message().binaryName() + "\" -> "
                        + entry.links().nestedName() + ".handling(handler);\n")
                .collect(joining());
        return cases.isEmpty() ? "" : """

                @Override
                public Link<?, ?> link(Class<?> requestType, RequestHandler<?, ?> handler) {
                    return switch (requestType.getName()) {
            {cases}            default -> HandlerIndex.super.link(requestType, handler);
                    };
                }
            """.replace("{cases}", cases);
    }

    private String reference(ClassName type) {
        return reference(type, index.packageName());
    }

    /** Short inside the package, unless what the index imports would hide it; full elsewhere. */
    static String reference(ClassName type, String packageName) {
        boolean isShort = type.packageName().equals(packageName)
                && !IMPORTED.contains(type.outermost().nestedName());
        return isShort ? type.nestedName() : type.canonicalName();
    }
}
