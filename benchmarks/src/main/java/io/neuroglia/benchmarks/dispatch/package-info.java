/**
 * What it costs to carry a request to its handler and the answer back.
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar DispatchBenchmark -prof gc
 * }</pre>
 */
@NullMarked
package io.neuroglia.benchmarks.dispatch;

import org.jspecify.annotations.NullMarked;
