/**
 * What it costs a cold JVM to wire a thousand handlers.
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar StartupBenchmark
 * }</pre>
 */
@NullMarked
package io.neuroglia.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
