/**
 * What durable events cost from end to end, beside those of other libraries on the same database.
 *
 * <pre>{@code
 * java -Xms2g -Xmx2g -cp benchmarks/target/benchmarks.jar io.neuroglia.benchmarks.delivery.DeliveryBenchmark
 * }</pre>
 */
@NullMarked
package io.neuroglia.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
