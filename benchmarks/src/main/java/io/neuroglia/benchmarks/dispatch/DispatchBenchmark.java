package io.neuroglia.benchmarks.dispatch;

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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One request after another, of so many types that take turns, through so many behaviors that pass everything on.
 *
 * <pre>{@code
 * mvn -pl benchmarks -am -Pbenchmarks -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar DispatchBenchmark -prof gc
 * java -jar benchmarks/target/benchmarks.jar DispatchBenchmark -prof gc -p types=50 -p rival=NEUROGLIA,DIRECT
 * }</pre>
 *
 * <p>Requests exist beforehand. Every handler answers a new success of 24 bytes, whoever calls it, so that
 * {@code gc.alloc.rate.norm} of 24 means that the rival itself allocates nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare()
public class DispatchBenchmark {
    private static final int CALLS_UNTIL_COMPILED = 20_000;

    /** Who sends. */
    @Param
    public Rival rival;

    /** How many types of request there are. */
    @Param({"1", "50", "1000"})
    public int types;

    /** How many behaviors stand around each handler. */
    @Param({"0", "3"})
    public int behaviors;

    /** How the types take turns. */
    @Param
    public Order order;

    private Sender sender;

    private int turns;
    private int turn;

    /**
     * Sets the rival up and sends everything once, so that what is only made for the first request is there. Before, it
     * has the handlers compiled: a slow rival would call interpreted ones for longer than we measure.
     *
     * @param sink for the answers
     */
    @Setup
    public void prepare(Blackhole sink) {
        Rotation rotation = new Rotation(types, order);
        turns = rotation.requestOfTurn().length;
        rotation.callEachHandler(CALLS_UNTIL_COMPILED, sink::consume);
        sender = rival.prepare(rotation, behaviors);
        for (int each = 0; each < turns; each++) {
            sink.consume(sender.send(each));
        }
    }

    /**
     * Sends the next request.
     *
     * @return its answer
     */
    @Benchmark
    public OperationResult<String> send() {
        int now = turn;
        turn = now + 1 == turns ? 0 : now + 1;
        return sender.send(now);
    }
}
