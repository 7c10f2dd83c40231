/**
 * Stores what a unit of work raises in its own transaction, and hands it over after the commit. Begin at
 * {@link io.neuroglia.delivery.storing.EventStore}.
 *
 * <pre>{@code
 * UnitSession session = store.newSession();
 * session.raise(null, event); // stored before the commit, delivered after it
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery.storing;

import org.jspecify.annotations.NullMarked;
