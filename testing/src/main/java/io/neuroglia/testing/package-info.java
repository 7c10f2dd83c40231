/**
 * What users need to test their handlers and flows: stand-ins for the ports that data meets.
 *
 * <pre>{@code
 * RecordingEvents events = new RecordingEvents();
 * Repository<Order, String> orders = new InMemoryRepository<>(events, Order::state, Order::new);
 * new PlaceOrderCommandHandler(orders, menu).handle(command);
 * assertThat(events.all()).containsExactly(new OrderPlaced(id));
 * }</pre>
 */
@NullMarked
package io.neuroglia.testing;

import org.jspecify.annotations.NullMarked;
