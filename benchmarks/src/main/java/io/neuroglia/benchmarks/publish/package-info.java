/**
 * What it costs to tell an event to those who listen.
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar PublishBenchmark -prof gc
 * }</pre>
 */
@NullMarked
package io.neuroglia.benchmarks.publish;

import org.jspecify.annotations.NullMarked;
