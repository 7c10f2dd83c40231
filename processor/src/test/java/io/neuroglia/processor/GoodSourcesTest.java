package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources in {@code good/} are compiled without a warning; all that is written for them is in {@code expected/}. */
class GoodSourcesTest {

    static Stream<String> cases() {
        File[] folders = TestSources.resource("good").toFile().listFiles();
        return Stream.of(Objects.requireNonNull(folders)).map(File::getName).sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_written_equals_the_golden_files(String name) {
        Compilation compilation =
                TestSources.compiler().compile(TestSources.sourcesIn(TestSources.resource("good/" + name)));

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(written(compilation)).isEqualTo(TestSources.textsIn(TestSources.resource("expected/" + name)));
    }

    private static Map<String, String> written(Compilation compilation) {
        Map<String, String> texts = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            boolean onlyAskedFor = file.getLastModified() == 0;
            if (file.getKind() != JavaFileObject.Kind.CLASS && !onlyAskedFor) {
                texts.put(file.getName().replaceFirst("^/(CLASS|SOURCE)_OUTPUT/", ""), text(file));
            }
        }
        return texts;
    }

    private static String text(JavaFileObject file) {
        try {
            return new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
