package io.neuroglia.pizzeria.ordering;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.InMemoryRepository;
import io.neuroglia.data.Repository;
import io.neuroglia.pizzeria.menu.PizzaSize;
import io.neuroglia.pizzeria.money.Money;
import java.time.Instant;
import java.util.List;

/** Orders to try things with. */
public final class OrderingFixture {
    /** When the orders here are placed. */
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

    private OrderingFixture() {}

    /** An empty repository. */
    public static Repository<Order, String> orders(EventSink events) {
        return new InMemoryRepository<>(events, OrderState::of, Order::new);
    }

    /** A pending order of one large margherita with extra cheese, placed at noon. */
    public static Order pendingOrder() {
        return Order.place(
                new Customer("John Doe", "555-0123", "123 Pizza St"),
                List.of(largeMargherita()),
                PaymentMethod.CASH,
                OrderSource.WEB,
                NOON);
    }

    /** An order that stands somewhere else. */
    public static Order orderIn(OrderStatus status) {
        OrderState state = OrderState.of(pendingOrder());
        return new Order(
                new OrderState(
                        state.id(),
                        state.customer(),
                        state.pizzas(),
                        state.paymentMethod(),
                        state.source(),
                        status,
                        state.orderTime(),
                        state.estimatedReadyTime()),
                1);
    }

    static OrderPizza largeMargherita() {
        return new OrderPizza(
                "margherita",
                "Margherita",
                PizzaSize.LARGE,
                List.of("extra_cheese"),
                "Extra crispy",
                Money.of("19.39"),
                15,
                PizzaStatus.PENDING);
    }

    static PlaceOrderCommand command(PizzaItem... items) {
        return new PlaceOrderCommand("John Doe", "555-0123", "123 Pizza St", List.of(items), "cash", "web");
    }

    static PizzaItem item(String pizzaId, String size, String... toppings) {
        return new PizzaItem(pizzaId, size, List.of(toppings), "");
    }
}
