package io.neuroglia.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources in a folder, compiled to another folder by the real compiler, as often as wanted. */
final class TestModule {
    private final Path sources;
    private final Path classes;
    private final List<Path> classPath = new ArrayList<>();
    private final List<Supplier<? extends Processor>> processors = new ArrayList<>();
    private final List<Supplier<? extends Processor>> laterProcessors = new ArrayList<>();
    private List<String> places = List.of();

    TestModule(Path folder, String output) {
        this.sources = folder.resolve("src");
        this.classes = folder.resolve("target").resolve(output);
    }

    TestModule sees(TestModule other) {
        classPath.add(other.classes);
        return this;
    }

    /** Adds a processor that runs before ours. */
    TestModule with(Processor processor) {
        return with(() -> processor);
    }

    /** Adds a processor, a new one for each compilation, that runs before ours. */
    TestModule with(Supplier<? extends Processor> processor) {
        processors.add(processor);
        return this;
    }

    /** Adds a processor, a new one for each compilation, that runs after ours. */
    TestModule withLater(Supplier<? extends Processor> processor) {
        laterProcessors.add(processor);
        return this;
    }

    /** Writes a source; its name is that of its first type. */
    TestModule source(String name, String text) {
        write(sources.resolve(name.replace('.', '/') + ".java"), text);
        return this;
    }

    /** Deletes a source and its class, as a build tool does. */
    void delete(String name) {
        try {
            Files.delete(sources.resolve(name.replace('.', '/') + ".java"));
            Files.delete(classes.resolve(name.replace('.', '/') + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all sources, or those named. */
    List<String> compile(String... names) {
        List<Path> files = names.length == 0
                ? all()
                : Stream.of(names)
                        .map(name -> sources.resolve(name.replace('.', '/') + ".java"))
                        .toList();
        return run(files, List.of());
    }

    List<String> compileWith(String... options) {
        return run(all(), List.of(options));
    }

    /** A file beside the classes, without comments. */
    List<String> lines(String file) {
        return TestSources.text(classes.resolve(file))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** What the index of a package says, a call each. */
    List<String> calls(String index) {
        return generated(index)
                .lines()
                .filter(line -> line.contains(" -> visitor."))
                .map(line -> line.substring(line.indexOf("visitor.")))
                .toList();
    }

    /** Where the classes go. */
    String output() {
        return classes.toString();
    }

    /** The file and line of each diagnostic of the last compilation that has one. */
    List<String> places() {
        return places;
    }

    /** What the index of a package says of its mappings, a call each. */
    List<String> mappings(String index) {
        return generated(index)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("visitor."))
                .toList();
    }

    /** The text of a class that was written. */
    String generated(String name) {
        return TestSources.text(classes.resolve(name.replace('.', '/') + ".java"));
    }

    /** The classes of this module and of those it sees. */
    ClassLoader load() {
        try {
            List<URL> urls = new ArrayList<>();
            for (Path folder :
                    Stream.concat(Stream.of(classes), classPath.stream()).toList()) {
                urls.add(folder.toUri().toURL());
            }
            return new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> run(List<Path> files, List<String> more) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, null)) {
            Files.createDirectories(classes);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, manager, diagnostics, options(more), null, manager.getJavaFileObjectsFromPaths(files));
            List<Processor> all = new ArrayList<>();
            processors.forEach(processor -> all.add(processor.get()));
            all.add(new NeurogliaProcessor());
            laterProcessors.forEach(processor -> all.add(processor.get()));
            task.setProcessors(all);
            boolean unused = task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        places = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getSource() != null)
                .map(TestModule::place)
                .sorted()
                .toList();
        return diagnostics.getDiagnostics().stream().map(TestModule::words).toList();
    }

    /** As a build tool does: the classes of the last time are on the class path. */
    private List<String> options(List<String> more) {
        List<Path> path = new ArrayList<>(classPath);
        path.add(classes);
        path.addAll(TestSources.classPath());
        String joined = path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-cp", joined));
        options.addAll(more);
        return options;
    }

    private List<Path> all() {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Diagnostic<? extends JavaFileObject> diagnostic) {
        return Path.of(diagnostic.getSource().toUri()).getFileName() + ":" + diagnostic.getLineNumber();
    }

    private static String words(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getKind() + " " + diagnostic.getMessage(Locale.ENGLISH);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
