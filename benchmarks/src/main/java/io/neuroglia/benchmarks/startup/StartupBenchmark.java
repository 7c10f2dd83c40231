package io.neuroglia.benchmarks.startup;

import io.neuroglia.benchmarks.message.Request0000;
import io.neuroglia.benchmarks.message.TextRequest;
import io.neuroglia.result.OperationResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From nothing to the first answer, with a thousand handlers: once in each of many JVMs, nothing warmed up, so this
 * measures the loading of classes from the jar more than anything else.
 *
 * <pre>{@code
 * mvn -pl benchmarks -am -Pbenchmarks -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar StartupBenchmark
 * }</pre>
 *
 * <p>With an AOT cache (JDK 25), written by a first run inside of one JVM, used by the forks of the second:
 *
 * <pre>{@code
 * java -XX:AOTCacheOutput=benchmarks/target/startup.aot -jar benchmarks/target/benchmarks.jar StartupBenchmark -f 0
 * java -jar benchmarks/target/benchmarks.jar StartupBenchmark -jvmArgs -XX:AOTCache=benchmarks/target/startup.aot
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(20)
@SuppressWarnings("NullAway.Init") // JMH sets the parameter
public class StartupBenchmark {
    /** How the handlers are found. */
    @Param
    public Wiring wiring;

    private final TextRequest request = new Request0000("first");

    /**
     * Wires the handlers and sends a request.
     *
     * @return its answer
     */
    @Benchmark
    public OperationResult<String> answerFirstRequest() {
        return wiring.answer(request);
    }
}
