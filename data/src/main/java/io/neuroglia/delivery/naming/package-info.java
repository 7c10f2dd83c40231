/**
 * What is stored under which name: events in their one form in memory, and the types and handlers that this process knows.
 * Begin at {@link io.neuroglia.delivery.naming.Subscriptions}.
 *
 * <pre>{@code
 * DomainEvent event = subscriptions.read(message);
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery.naming;

import org.jspecify.annotations.NullMarked;
