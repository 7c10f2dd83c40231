package io.neuroglia.blackbox;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Sources in one folder that the compiler's own command line compiles to another. */
final class UserModule {
    /** What the shop of the test resources prints. */
    static final List<String> SHOP_SAYS = List.of(
            "placed margherita",
            "[found 3]",
            "Failure[problem=BAD_REQUEST: too many]",
            "announced Placed[pizza=margherita]",
            "Customer[name=Mario]");

    private static final String SERVICE = "META-INF/services/io.neuroglia.handler.spi.HandlerIndex";

    private final UserFiles sources;
    private final Path classes;
    private final List<Path> libraries = new ArrayList<>(Jars.library());
    private final List<Path> processors = new ArrayList<>(List.of(Jars.processor()));

    private UserModule(UserFiles sources, Path classes) {
        this.sources = sources;
        this.classes = classes;
    }

    /** A module that begins with a copy of test resources. */
    static UserModule copy(String resource, Path folder) {
        return new UserModule(UserFiles.copy(resource, folder.resolve("src")), folder.resolve("target/classes"));
    }

    /** The test sources of a module. */
    UserModule tests(String resource) {
        Path folder = sources.folder().resolveSibling("test");
        UserModule tests = new UserModule(UserFiles.copy(resource, folder), classes.resolveSibling("test-classes"));
        return tests.sees(classes);
    }

    UserModule sees(Path... more) {
        libraries.addAll(List.of(more));
        return this;
    }

    /** Names the processors that run, instead of only ours. */
    UserModule processedBy(List<Path> jars) {
        processors.clear();
        processors.addAll(jars);
        return this;
    }

    UserFiles sources() {
        return sources;
    }

    Path classes() {
        return classes;
    }

    /** The indexes that the service loader finds on a class path. */
    List<String> indexes() {
        return new UserFiles(classes)
                .read(SERVICE)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** Compiles on the class path, as for Java 21 and without {@code -parameters}; what describes a module is left out. */
    Outcome compile(String... options) {
        return Outcome.ofTool("javac", arguments("-cp", sourceFiles(false), options));
    }

    Outcome compileOnModulePath(String... options) {
        return Outcome.ofTool("javac", arguments("-p", sourceFiles(true), options));
    }

    /** Compiles on the class path by Eclipse's compiler, which takes the same options. */
    Outcome compileByEclipse(String... options) {
        sources.folder().resolveSibling("generated").toFile().mkdirs();
        List<String> arguments = arguments("-cp", sourceFiles(false), options);
        arguments.addAll(
                0, List.of("-s", sources.folder().resolveSibling("generated").toString()));
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        boolean succeeded = BatchCompiler.compile(arguments.toArray(String[]::new), writer, writer, null);
        writer.flush();
        return new Outcome(succeeded ? 0 : 1, text.toString());
    }

    private List<String> arguments(String pathOption, List<String> files, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("-d", classes.toString(), "--release", "21", pathOption, Jars.path(libraries)));
        if (!processors.isEmpty()) {
            arguments.addAll(List.of("-processorpath", Jars.path(processors)));
        }
        arguments.addAll(List.of(options));
        arguments.addAll(files);
        return arguments;
    }

    private List<String> sourceFiles(boolean withModule) {
        return sources.all().stream()
                .filter(file -> withModule || !file.endsWith("module-info.java"))
                .map(file -> sources.folder().resolve(file).toString())
                .toList();
    }

    /** Packs what was compiled. */
    Path pack(String name) {
        Path jar = classes.resolveSibling(name + ".jar");
        Outcome.ofTool("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."))
                .succeeded();
        return jar;
    }

    Outcome java(String mainClass) {
        List<Path> path = new ArrayList<>(libraries);
        path.add(classes);
        return Outcome.ofJava("-cp", Jars.path(path), mainClass);
    }
}
