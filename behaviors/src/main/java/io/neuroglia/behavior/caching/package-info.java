/**
 * Keeps the answers of queries that say so, and forgets them when a command has made them wrong.
 *
 * <pre>{@code
 * QueryCache cache = new CaffeineQueryCache(unitOfWork, 10_000);
 * Mediator.builder().behavior(Request.class, new CachingBehavior(cache));
 * }</pre>
 */
@NullMarked
package io.neuroglia.behavior.caching;

import org.jspecify.annotations.NullMarked;
