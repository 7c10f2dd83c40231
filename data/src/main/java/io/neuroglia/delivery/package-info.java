/**
 * Durable delivery: events are stored in the transaction that caused them, then delivered to each of their handlers until
 * it succeeds, also after a crash.
 *
 * <pre>{@code
 * var delivery = DurableDelivery.create(dataSource, transactions, DeliverySettings.defaults());
 * UnitOfWork unitOfWork = delivery.unitOfWork();
 * delivery.start(mediator);
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery;

import org.jspecify.annotations.NullMarked;
