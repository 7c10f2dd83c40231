/**
 * What our processor adds to the compilation of a thousand requests and handlers.
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar CompilationBenchmark
 * }</pre>
 */
@NullMarked
package io.neuroglia.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
