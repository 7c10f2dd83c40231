package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every diagnostic is explained where its message says. */
class DiagnosticPagesTest {

    @ParameterizedTest
    @EnumSource
    void a_diagnostic_has_a_page_of_its_title(Diagnostic diagnostic) {
        List<String> lines =
                TestSources.text(root().resolve(diagnostic.page())).lines().toList();

        assertThat(lines).first().isEqualTo("# " + diagnostic.id() + ": " + diagnostic.title());
        assertThat(lines).contains("## How to fix it");
    }

    @Test
    void the_table_lists_all_of_them_in_order() {
        List<String> rows = TestSources.text(root().resolve("docs/errors/README.md"))
                .lines()
                .filter(line -> line.startsWith("| [NEU"))
                .toList();

        assertThat(rows)
                .map(row ->
                        row.substring(0, row.lastIndexOf('|', row.length() - 2)).strip())
                .isEqualTo(Arrays.stream(Diagnostic.values())
                        .map(diagnostic -> "| [%1$s](%1$s.md) | %2$s".formatted(diagnostic.id(), diagnostic.title()))
                        .toList());
    }

    @Test
    void an_id_is_given_once() {
        assertThat(Arrays.stream(Diagnostic.values()).map(Diagnostic::id)).doesNotHaveDuplicates();
    }

    /** The folder of the whole project, looked for upwards from where the tests run. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/errors"))) {
            folder = folder.getParent();
            assertThat(folder)
                    .as("These tests run inside the project's own folder")
                    .isNotNull();
        }
        return folder;
    }
}
