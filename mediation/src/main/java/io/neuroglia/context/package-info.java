/**
 * What surrounds a request without being part of it: which conversation it belongs to and what caused it.
 *
 * <pre>{@code
 * return RequestContext.correlated(id).call(() -> mediator.execute(command));
 * }</pre>
 */
@NullMarked
package io.neuroglia.context;

import org.jspecify.annotations.NullMarked;
