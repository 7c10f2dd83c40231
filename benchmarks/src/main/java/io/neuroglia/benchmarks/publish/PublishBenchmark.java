package io.neuroglia.benchmarks.publish;

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

/**
 * One event after another, told on the publisher's thread to so many listeners, each of a class of its own.
 *
 * <pre>{@code
 * mvn -pl benchmarks -am -Pbenchmarks -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar PublishBenchmark -prof gc
 * }</pre>
 *
 * <p>The event exists beforehand and listeners allocate nothing: {@code gc.alloc.rate.norm} is the rival's own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare()
public class PublishBenchmark {
    /** Who publishes. */
    @Param
    public Rival rival;

    /** How many listen. */
    @Param({"1", "3"})
    public int listeners;

    private final Listeners all = new Listeners();
    private final OrderPlaced event = new OrderPlaced(2);

    private Publisher publisher;

    /** Sets the rival up. */
    @Setup
    public void prepare() {
        publisher = rival.prepare(all.first(listeners));
    }

    /**
     * Publishes the event.
     *
     * @return what the listeners have added up so far
     * @throws Exception never: no listener fails
     */
    @Benchmark
    public long publish() throws Exception {
        publisher.publish(event);
        return all.pizzas();
    }
}
