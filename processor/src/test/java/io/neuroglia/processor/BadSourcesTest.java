package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources in {@code bad/} are refused. A comment {@code //! message} stands before the declaration that the message must
 * point at; there must be no others.
 */
class BadSourcesTest {
    private static final String MARK = "//! ";
    private static final Set<Diagnostic> OF_NO_CLASS =
            Set.of(Diagnostic.FAILURE, Diagnostic.UNKNOWN_OPTION, Diagnostic.INDEX_NOT_PROVIDED);

    /** What javac adds to warnings because of -Werror. */
    private static final String WARNINGS_ARE_ERRORS = "compiler.err.warnings.and.werror";

    static Stream<String> files() {
        return TestSources.textsIn(TestSources.resource("bad")).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_mistake_is_reported_where_it_was_made(String file) {
        Path source = TestSources.resource("bad/" + file);
        List<Complaint> expected = expectedIn(TestSources.text(source));
        assertThat(expected).isNotEmpty();

        Compilation compilation = TestSources.compiler()
                .compile(
                        JavaFileObjects.forSourceString("shop." + file.replace(".java", ""), TestSources.text(source)));

        assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
        assertThat(compilation.diagnostics().stream()
                        .filter(diagnostic -> !diagnostic.getCode().equals(WARNINGS_ARE_ERRORS))
                        .map(diagnostic ->
                                new Complaint(diagnostic.getLineNumber(), diagnostic.getMessage(Locale.ENGLISH))))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_diagnostic_of_a_class_has_its_bad_source() {
        String all = String.join(
                "\n", TestSources.textsIn(TestSources.resource("bad")).values());

        assertThat(Diagnostic.values())
                .filteredOn(diagnostic -> !OF_NO_CLASS.contains(diagnostic))
                .allSatisfy(diagnostic -> assertThat(all).contains(MARK + "[" + diagnostic.id() + "]"));
    }

    /** An error belongs to the line of the type's own name, after its annotations. */
    private static List<Complaint> expectedIn(String text) {
        List<Complaint> expected = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            int number = index + 1;
            if (line.startsWith(MARK)) {
                messages.add(line.substring(MARK.length()));
            } else if (!line.startsWith("@")) {
                messages.forEach(message -> expected.add(new Complaint(number, message)));
                messages.clear();
            }
        }
        return expected;
    }

    private record Complaint(long line, String message) {}
}
