package io.neuroglia.pizzeria.ordering;

import static java.util.Comparator.naturalOrder;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.pizzeria.money.Money;
import io.neuroglia.result.OperationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order, from its placing to its end. It refuses steps that its status does not allow. */
public final class Order extends AggregateRoot<String> {
    private static final Duration FOR_EACH_FURTHER_PIZZA = Duration.ofMinutes(2);
    private static final int SHORT_ID = 8;

    private final Customer customer;
    private final PaymentMethod paymentMethod;
    private final OrderSource source;
    private final Instant orderTime;
    private List<OrderPizza> pizzas;
    private OrderStatus status;
    private Instant estimatedReadyTime;

    Order(OrderState state, long version) {
        super(state.id(), version);
        customer = state.customer();
        paymentMethod = state.paymentMethod();
        source = state.source();
        orderTime = state.orderTime();
        pizzas = state.pizzas();
        status = state.status();
        estimatedReadyTime = state.estimatedReadyTime();
    }

    /**
     * A new order. Its id starts with random characters, because people are told the first eight.
     *
     * @param customer who orders
     * @param pizzas at least one
     * @param paymentMethod how it will be paid
     * @param source where it came in
     * @param now time of the order
     * @return the order, pending
     * @throws IllegalArgumentException if there is no pizza
     */
    public static Order place(
            Customer customer, List<OrderPizza> pizzas, PaymentMethod paymentMethod, OrderSource source, Instant now) {
        if (pizzas.isEmpty()) {
            throw new IllegalArgumentException("Order must contain at least one pizza");
        }
        OrderState state = new OrderState(
                UUID.randomUUID().toString(),
                customer,
                pizzas,
                paymentMethod,
                source,
                OrderStatus.PENDING,
                now,
                now.plus(preparation(pizzas)));
        Order order = new Order(state, 0);
        order.raiseEvent(OrderPlacedEvent.of(order));
        return order;
    }

    /** As long as its slowest pizza, and a little more for each further one. */
    private static Duration preparation(List<OrderPizza> pizzas) {
        int slowest = pizzas.stream()
                .map(OrderPizza::preparationTimeMinutes)
                .max(naturalOrder())
                .orElse(0);
        return Duration.ofMinutes(slowest).plus(FOR_EACH_FURTHER_PIZZA.multipliedBy(pizzas.size() - 1L));
    }

    /**
     * Begins to cook.
     *
     * @param kitchenStaffId who cooks
     * @param estimatedMinutes how long it will take
     * @param now time of the start
     * @return this order, or a failure unless it is pending
     */
    public OperationResult<Order> startCooking(String kitchenStaffId, int estimatedMinutes, Instant now) {
        return step(OrderStatus.COOKING, "Cannot start cooking order").map(order -> {
            pizzas = pizzas.stream()
                    .map(pizza -> pizza.with(PizzaStatus.COOKING))
                    .toList();
            estimatedReadyTime = now.plus(Duration.ofMinutes(estimatedMinutes));
            raiseEvent(new CookingStartedEvent(id(), kitchenStaffId, now, estimatedReadyTime));
            return order;
        });
    }

    private OperationResult<Order> step(OrderStatus next, String refusal) {
        if (!status.leadsTo(next)) {
            return OperationResult.badRequest(refusal + " in " + status.wireName() + " status");
        }
        status = next;
        return OperationResult.ok(this);
    }

    /**
     * The part of an order's id that people are told.
     *
     * @param orderId a whole id
     * @return its first eight characters
     */
    public static String shortId(String orderId) {
        return orderId.substring(0, Math.min(SHORT_ID, orderId.length()));
    }

    /**
     * The sum of its pizzas' prices.
     *
     * @return the total
     */
    public Money totalAmount() {
        return Money.sum(pizzas.stream().map(OrderPizza::price).toList());
    }

    /**
     * Who ordered.
     *
     * @return the customer
     */
    public Customer customer() {
        return customer;
    }

    /**
     * Its pizzas.
     *
     * @return unmodifiable, in the order given
     */
    public List<OrderPizza> pizzas() {
        return pizzas;
    }

    /**
     * How it is paid.
     *
     * @return the method
     */
    public PaymentMethod paymentMethod() {
        return paymentMethod;
    }

    /**
     * Where it came in.
     *
     * @return the source
     */
    public OrderSource source() {
        return source;
    }

    /**
     * Where it stands.
     *
     * @return the status
     */
    public OrderStatus status() {
        return status;
    }

    /**
     * When it was placed.
     *
     * @return to the microsecond
     */
    public Instant orderTime() {
        return orderTime;
    }

    /**
     * When it is expected to be ready.
     *
     * @return the present estimate
     */
    public Instant estimatedReadyTime() {
        return estimatedReadyTime;
    }
}
