/**
 * Calls handlers: a bounded number at once, each for a bounded time, in a transaction that makes its effects happen once.
 * Begin at {@link io.neuroglia.delivery.running.Deliveries}.
 *
 * <pre>{@code
 * deliveries.begin(delivery); // its outcome goes to the recorder
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery.running;

import org.jspecify.annotations.NullMarked;
