package io.neuroglia.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The compilation of many commands and their handlers, without and with our processor, each time into an empty folder.
 * The first compilation of a JVM is what a build by Maven sees, the later ones what a build by a daemon sees.
 *
 * <pre>{@code
 * mvn -pl benchmarks -am -Pbenchmarks -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar CompilationBenchmark -wi 0 -i 1 -f 10
 * java -jar benchmarks/target/benchmarks.jar CompilationBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare()
public class CompilationBenchmark {
    /** Which processor runs. */
    @Param
    public Processing processing;

    /** How many commands there are, each with its handler. */
    @Param("1000")
    public int handlers;

    private List<JavaFileObject> sources;
    private Path classes;

    /** Writes the sources, in memory. */
    @Setup
    public void prepare() {
        sources = ManySources.of(handlers);
    }

    /** Makes the folder that is compiled to. */
    @Setup(Level.Iteration)
    public void open() {
        try {
            classes = Files.createTempDirectory("neuroglia-compilation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all sources. */
    @Benchmark
    public void compile() {
        new Compilation(sources, classes).run(processing);
    }

    /**
     * Removes what was written.
     *
     * @throws IOException if that fails
     */
    @TearDown(Level.Iteration)
    public void clear() throws IOException {
        try (Stream<Path> written = Files.walk(classes)) {
            for (Path path : written.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
