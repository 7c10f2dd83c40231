package io.neuroglia.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.conventions.MarkdownPage.JavaBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation shows is true: its Java compiles, its quotations are in the files they name, its links lead
 * somewhere.
 *
 * <p>The blocks of a page that are fenced as {@code java} are compiled together. One without a comment before it holds
 * declarations of types. A comment on the line before says so if it holds something else:
 *
 * <ul>
 *   <li>{@code <!-- java: statements (Mediator mediator) -->}: statements that need these variables;
 *   <li>{@code <!-- java: members -->}: methods and fields;
 *   <li>{@code <!-- java: quoted from path/of/File.java -->}: lines of that file in their order, {@code // …} for those
 *       left out between them; not compiled again.
 * </ul>
 *
 * <p>What a page imports without showing it stands in {@code <!-- imports: io.neuroglia.message.*, java.util.List -->}.
 */
class DocumentationTest {

    private static final int LONGEST_README = 200;
    private static final int EXAMPLE_BEGINS_BEFORE = 25;

    @Test
    void the_readme_shows_java() {
        assertThat(pagesWithJava().map(MarkdownPage::toString)).contains("README.md");
    }

    @ParameterizedTest
    @MethodSource("pagesWithJava")
    void the_java_of_a_page_compiles(MarkdownPage page, @TempDir Path output) {
        List<JavaBlock> blocks = page.javaBlocks();
        assertThat(blocks).extracting(JavaBlock::language).allMatch("java"::equals);

        assertThat(new PageCompiler(output).complaintsAbout(page))
                .as("what the compiler says of %s", page)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pagesWithJava")
    void a_quotation_stands_in_the_file_it_names(MarkdownPage page) throws IOException {
        for (JavaBlock block : page.javaBlocks()) {
            if (block.isQuoted()) {
                String file = normalized(Files.readString(block.source()));
                String quotation = String.join("\n", page.lines().subList(block.opening() + 1, block.closing()));

                assertThat(file)
                        .as("%s:%d quotes %s", page, block.opening() + 1, block.source())
                        .containsSubsequence(Stream.of(quotation.split("// …"))
                                .map(DocumentationTest::normalized)
                                .filter(part -> !part.isEmpty())
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_link_leads_to_a_file_and_its_heading(MarkdownPage page) {
        List<String> broken = page.links().stream()
                .filter(link -> !leadsSomewhere(page, link))
                .toList();

        assertThat(broken).as("links of %s that lead nowhere", page).isEmpty();
    }

    @Test
    void a_page_of_the_docs_is_reached_from_the_readme() {
        MarkdownPage readme = MarkdownPage.read(House.root().resolve("README.md"));
        List<Path> reached = new ArrayList<>(List.of(readme.file()));

        for (int i = 0; i < reached.size(); i++) {
            MarkdownPage page = MarkdownPage.read(reached.get(i));
            page.links().stream()
                    .map(link -> targetOf(page, link))
                    .filter(target -> Files.isRegularFile(target)
                            && target.toString().endsWith(".md")
                            && !reached.contains(target))
                    .distinct()
                    .forEach(reached::add);
        }

        assertThat(reached).containsAll(pages().map(MarkdownPage::file).toList());
    }

    @Test
    void the_readme_is_short_and_begins_with_an_example() {
        MarkdownPage readme = MarkdownPage.read(House.root().resolve("README.md"));

        assertThat(readme.lines()).hasSizeLessThan(LONGEST_README);
        assertThat(readme.javaBlocks().getFirst().opening()).isLessThan(EXAMPLE_BEGINS_BEFORE);
    }

    private static Stream<MarkdownPage> pages() {
        return MarkdownPage.all().stream();
    }

    private static Stream<MarkdownPage> pagesWithJava() {
        return pages().filter(page -> !page.javaBlocks().isEmpty());
    }

    private static boolean leadsSomewhere(MarkdownPage page, String link) {
        Path target = targetOf(page, link);
        String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
        return Files.exists(target)
                && (anchor.isEmpty() || MarkdownPage.read(target).anchors().contains(anchor));
    }

    private static Path targetOf(MarkdownPage page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    }

    /** Code without its indentation and empty lines, which an excerpt may change. */
    private static String normalized(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).reduce("", (a, b) -> a + b + "\n");
    }
}
