/**
 * The systems that the delivery benchmark compares, each behind the same interface on the same database.
 *
 * <pre>{@code
 * try (EventSystem system = Rival.MODULITH.start(database, load, journal)) {
 *     system.place(1);
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.benchmarks.delivery.rival;

import org.jspecify.annotations.NullMarked;
