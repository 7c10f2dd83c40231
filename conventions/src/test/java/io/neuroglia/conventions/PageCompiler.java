package io.neuroglia.conventions;

import static java.util.stream.Collectors.joining;

import io.neuroglia.conventions.MarkdownPage.JavaBlock;
import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles the Java blocks of a page together, by the house's own processor too. They become members of one interface,
 * because its member types need no {@code static}; each stands on the line on which it stands in the page, so that the
 * compiler's messages lead there.
 */
final class PageCompiler {
    private static final String STATEMENTS = "statements";
    private static final String MEMBERS = "members";

    private final Path output;

    PageCompiler(Path output) {
        this.output = output;
    }

    /** What the compiler has against a page. */
    List<String> complaintsAbout(MarkdownPage page) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        boolean compiled = compiler.getTask(
                        new StringWriter(), null, diagnostics, options(), null, List.of(new Source(sourceOf(page))))
                .call();
        List<String> complaints = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> page + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null))
                .toList();
        return compiled || !complaints.isEmpty() ? complaints : List.of(page + ": the compiler failed without a word");
    }

    private List<String> options() {
        String libraries = System.getProperty("java.class.path");
        String modules = Arrays.stream(Module.values())
                .map(module -> module.folder() + "/target/classes")
                .map(classes -> House.root().resolve(classes).toString())
                .collect(joining(File.pathSeparator));
        String processor = House.root()
                .resolve(Module.PROCESSOR.folder() + "/target/classes")
                .toString();
        return Stream.of(
                        List.of("--release", "21", "-d", output.toString(), "-Xlint:unchecked,rawtypes,deprecation"),
                        List.of("-processorpath", processor, "-Aneuroglia.missing=off"),
                        List.of("-classpath", modules + File.pathSeparator + libraries))
                .flatMap(List::stream)
                .toList();
    }

    private static String sourceOf(MarkdownPage page) {
        List<String> source = new ArrayList<>(Collections.nCopies(page.lines().size(), ""));
        StringBuilder header = new StringBuilder("package page; ");
        page.imports().forEach(name -> header.append("import ").append(name).append("; "));
        for (JavaBlock block : page.javaBlocks()) {
            if (!block.isQuoted()) {
                source.set(block.opening(), opening(block));
                source.set(block.closing(), block.role().isEmpty() ? "" : "}");
                for (int i = block.opening() + 1; i < block.closing(); i++) {
                    String line = page.lines().get(i);
                    if (line.startsWith("import ")) {
                        header.append(line);
                    } else {
                        source.set(i, line);
                    }
                }
            }
        }
        source.set(0, header + " interface Page {");
        return String.join("\n", source) + "}\n";
    }

    private static String opening(JavaBlock block) {
        String name = "Block" + (block.opening() + 1);
        if (block.role().isEmpty()) {
            return "";
        }
        if (block.role().startsWith(STATEMENTS)) {
            String parameters = block.role().substring(STATEMENTS.length()).strip();
            return "static void in" + name + (parameters.isEmpty() ? "()" : parameters) + " throws Exception {";
        }
        if (block.role().equals(MEMBERS)) {
            return "class " + name + " {";
        }
        throw new IllegalArgumentException("Unknown role of a block: " + block.role());
    }

    /** Source code that lies in no file. */
    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            super(URI.create("string:///page/Page.java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
