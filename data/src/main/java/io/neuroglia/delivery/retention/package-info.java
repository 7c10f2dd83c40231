/**
 * Creates the partitions of coming days and drops those whose events are finished and old enough. Begin at
 * {@link io.neuroglia.delivery.retention.Housekeeping}.
 *
 * <pre>{@code
 * new Housekeeping(dataSource, schema, Duration.ofDays(7), true).run();
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery.retention;

import org.jspecify.annotations.NullMarked;
