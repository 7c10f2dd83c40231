package io.neuroglia.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every source file is as palantir-java-format writes it. With {@code -Dneuroglia.format=write} this test rewrites
 * those that are not, and passes.
 */
class FormattingTest {

    private static final String REMEDY = "mvn test -pl conventions -am -Dtest=FormattingTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dneuroglia.format=write";

    /** Javadoc stays as written, because the formatter breaks snippets. */
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void every_source_file_is_formatted() {
        List<Path> sources = House.sources();
        assertThat(sources).isNotEmpty();

        List<Path> unformatted = sources.stream()
                .filter(file -> !formatted(file).equals(read(file)))
                .toList();
        if ("write".equals(System.getProperty("neuroglia.format"))) {
            unformatted.forEach(file -> write(file, formatted(file)));
            return;
        }

        assertThat(unformatted)
                .as("Files that are not formatted. Format them all with%n    %s%n", REMEDY)
                .isEmpty();
    }

    private String formatted(Path file) {
        try {
            return formatter.formatSourceAndFixImports(read(file));
        } catch (FormatterException e) {
            throw new IllegalArgumentException("The formatter cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
