/**
 * The worker of a process: keeps its lease, records outcomes, and takes up work that nobody alive owns, that is due, or
 * whose turn has come. Begin at {@link io.neuroglia.delivery.claiming.Worker}.
 *
 * <pre>{@code
 * worker.start();
 * worker.deliver(event, handlers, owner); // the fast path, after the commit
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery.claiming;

import org.jspecify.annotations.NullMarked;
