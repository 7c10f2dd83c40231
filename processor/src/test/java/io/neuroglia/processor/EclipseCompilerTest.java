package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eclipse's compiler shows other elements than javac does. What is written and said must be the same. */
class EclipseCompilerTest {
    /** Of calls and of the stages of behaviors, which are read by javac's own means. */
    private static final Pattern OF_CODE = Pattern.compile("\\[NEU0(09|12|14)] .*");

    private static final Pattern EXPECTED = Pattern.compile("//! (\\[NEU\\d{3}] .*)");
    private static final Pattern COMPLAINT = Pattern.compile("\\[NEU\\d{3}] .*");

    @TempDir
    Path folder;

    private Path classes;
    private Path generated;

    static Stream<String> good() {
        return GoodSourcesTest.cases();
    }

    static Stream<String> bad() {
        return BadSourcesTest.files();
    }

    @BeforeEach
    void make_folders() throws Exception {
        classes = Files.createDirectory(folder.resolve("classes"));
        generated = Files.createDirectory(folder.resolve("generated"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void what_is_written_equals_the_golden_files(String name) {
        String said = compile(sourcesOf("good/" + name), "-nowarn");

        assertThat(said).isEmpty();
        assertThat(written()).isEqualTo(TestSources.textsIn(TestSources.resource("expected/" + name)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void all_but_what_calls_do_is_complained_of(String file) {
        Path source = TestSources.resource("bad/" + file);

        String said = compile(List.of(source));

        assertThat(matches(COMPLAINT, said))
                .containsExactlyInAnyOrderElementsOf(matches(EXPECTED, TestSources.text(source)).stream()
                        .filter(message -> !OF_CODE.matcher(message).matches())
                        .toList());
        assertThat(said).doesNotContain("Duplicate case");
    }

    private String compile(List<Path> sources, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--release", "21"));
        arguments.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        arguments.addAll(List.of("-processorpath", processor(), "-processor", NeurogliaProcessor.class.getName()));
        sources.forEach(source -> arguments.add(source.toString()));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        boolean unused = BatchCompiler.compile(arguments.toArray(String[]::new), writer, writer, null);
        writer.flush();
        return said.toString();
    }

    private static String processor() {
        return NeurogliaProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }

    private static List<Path> sourcesOf(String name) {
        Path root = TestSources.resource(name);
        return TestSources.textsIn(root).keySet().stream().map(root::resolve).toList();
    }

    /** Everything but classes, by its path. */
    private Map<String, String> written() {
        Map<String, String> texts = new TreeMap<>(TestSources.textsIn(generated));
        Path besideClasses = classes.resolve("META-INF");
        TestSources.textsIn(besideClasses).forEach((file, text) -> texts.put("META-INF/" + file, text));
        return texts;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(EclipseCompilerTest::innermost)
                .toList();
    }

    private static String innermost(MatchResult match) {
        return match.group(match.groupCount());
    }
}
