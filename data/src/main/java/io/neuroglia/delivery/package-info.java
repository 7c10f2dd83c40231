/**
 * Durable delivery: events are stored in the transaction that caused them, then delivered to each of their handlers until
 * it succeeds, also after a crash. Begin at {@link io.neuroglia.delivery.DurableDelivery}; the packages below it follow an
 * event on its way: {@code naming}, {@code storing}, {@code claiming}, {@code running}, {@code recording},
 * {@code retention}.
 *
 * <pre>{@code
 * var delivery = DurableDelivery.create(dataSource, transactions, DeliverySettings.forApplication("shop"));
 * UnitOfWork unitOfWork = delivery.unitOfWork();
 * delivery.start(mediator);
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery;

import org.jspecify.annotations.NullMarked;
