/**
 * Answers of queries that are kept for a time.
 *
 * <pre>{@code
 * @Cached(minutes = 30, perPrincipal = false)
 * record GetMenuQuery(@Nullable String category) implements Query<List<PizzaDto>> {}
 * }</pre>
 */
@NullMarked
package io.neuroglia.caching;

import org.jspecify.annotations.NullMarked;
