/**
 * Administration of durable delivery: what is stuck or waits and why, and what a person can do about it. Begin at
 * {@link io.neuroglia.delivery.administration.DeliveryAdministration}.
 *
 * <pre>{@code
 * DeliveryAdministration administration = delivery.administration();
 * DeliveryPage parked = administration.list(DeliveryFilter.all().inState(DeliveryState.PARKED), null, 50);
 * administration.retry(parked.deliveries().getFirst().id(), new Intervention("peach", "The gateway is back"));
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery.administration;

import org.jspecify.annotations.NullMarked;
