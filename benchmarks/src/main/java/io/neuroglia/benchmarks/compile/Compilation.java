package io.neuroglia.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A run of the JDK's compiler in this JVM, against this JVM's class path.
 *
 * @param sources what is compiled
 * @param classes an existing folder for what is written
 */
record Compilation(List<JavaFileObject> sources, Path classes) {
    /**
     * Compiles.
     *
     * @throws IllegalStateException with what the compiler says, if it fails
     */
    void run(Processing processing) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, said, List.of("-proc:full"), null, sources);
            task.setProcessors(processing.processors());
            if (!task.call()) {
                throw new IllegalStateException("The compiler says " + errors(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Diagnostic<? extends JavaFileObject>> errors(DiagnosticCollector<JavaFileObject> said) {
        return said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }
}
