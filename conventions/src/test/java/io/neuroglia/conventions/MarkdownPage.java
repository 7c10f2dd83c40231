package io.neuroglia.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation: its Java blocks, its headings and its links. */
record MarkdownPage(Path file, List<String> lines) {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");
    private static final Pattern IMPORTS = Pattern.compile("<!-- imports: (.*) -->");
    private static final Pattern ROLE = Pattern.compile("<!-- java: (.*) -->");
    private static final String FENCE = "```";

    /** All pages: those of the root, of a module's own folder, and of the documentation with all its folders. */
    static List<MarkdownPage> all() {
        try (Stream<Path> near = Files.walk(House.root(), 2);
                Stream<Path> docs = Files.walk(House.root().resolve("docs"))) {
            return Stream.concat(near, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .distinct()
                    .sorted()
                    .map(MarkdownPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks that say they are Java, in the order of the page. */
    List<JavaBlock> javaBlocks() {
        return blocks().stream()
                .filter(block -> block.language().startsWith("java"))
                .toList();
    }

    /** What the page's code needs and its blocks do not show. */
    List<String> imports() {
        return lines.stream()
                .map(IMPORTS::matcher)
                .filter(Matcher::matches)
                .flatMap(comment -> Stream.of(comment.group(1).split(",\\s*")))
                .toList();
    }

    /** Where the page's text leads, outside of code; the web left out. */
    List<String> links() {
        return text().flatMap(line -> LINK.matcher(CODE.matcher(line).replaceAll(""))
                        .results()
                        .map(link -> link.group(1)))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /** The names under which one can link to the page's headings. */
    Set<String> anchors() {
        return text().map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{Alnum} _-]", "").replace(' ', '-'))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The name under which tests show the page. */
    @Override
    public String toString() {
        return House.root().relativize(file).toString();
    }

    private Stream<String> text() {
        List<String> outside = new ArrayList<>(lines);
        for (JavaBlock block : blocks()) {
            outside.subList(block.opening(), block.closing() + 1).replaceAll(line -> "");
        }
        return outside.stream();
    }

    private List<JavaBlock> blocks() {
        List<JavaBlock> blocks = new ArrayList<>();
        int opening = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(FENCE)) {
                if (opening >= 0) {
                    blocks.add(block(opening, i));
                }
                opening = opening >= 0 ? -1 : i;
            }
        }
        if (opening >= 0) {
            throw new IllegalStateException(this + ":" + (opening + 1) + ": this block is never closed");
        }
        return blocks;
    }

    private JavaBlock block(int opening, int closing) {
        String language = lines.get(opening).strip().substring(FENCE.length());
        Matcher comment = ROLE.matcher(opening == 0 ? "" : lines.get(opening - 1));
        return new JavaBlock(language, comment.matches() ? comment.group(1) : "", opening, closing);
    }

    /**
     * A block of code.
     *
     * @param language what follows the opening fence
     * @param role what the comment on the line before says about it; empty without one
     * @param opening index of the line of the opening fence
     * @param closing index of the line of the closing fence
     */
    record JavaBlock(String language, String role, int opening, int closing) {
        private static final String QUOTED = "quoted from ";

        boolean isQuoted() {
            return role.startsWith(QUOTED);
        }

        /** The file that holds the code of a quotation. */
        Path source() {
            return House.root().resolve(role.substring(QUOTED.length()));
        }
    }
}
