/**
 * Messages to customers and to the kitchen, and the record of those sent.
 *
 * <pre>{@code
 * mediator.execute(new GetNotificationsQuery(orderId));
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.notification;

import org.jspecify.annotations.NullMarked;
