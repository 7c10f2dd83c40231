/**
 * What durable events cost from end to end, beside Spring Modulith's event publication registry on the same database.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar io.neuroglia.benchmarks.delivery.DeliveryBenchmark
 * }</pre>
 */
@NullMarked
package io.neuroglia.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
