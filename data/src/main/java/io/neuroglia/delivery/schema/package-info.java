/**
 * The library's own tables: their schema, its migration, and the connection that works on them. Begin at
 * {@link io.neuroglia.delivery.schema.Schema}.
 *
 * <pre>{@code
 * Schema schema = Schema.named("neuroglia");
 * schema.migrate(dataSource);
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery.schema;

import org.jspecify.annotations.NullMarked;
