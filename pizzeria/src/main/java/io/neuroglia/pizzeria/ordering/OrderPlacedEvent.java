package io.neuroglia.pizzeria.ordering;

import io.neuroglia.message.DomainEvent;
import io.neuroglia.pizzeria.menu.PizzaSize;
import io.neuroglia.pizzeria.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * An order was placed.
 *
 * @param orderId identifies the order
 * @param customerName who ordered
 * @param customerPhone where to reach the customer
 * @param customerAddress where to deliver
 * @param totalAmount what it costs
 * @param estimatedReadyTime when it is expected to be ready
 * @param pizzaDetails what was ordered
 * @param paymentMethod how it will be paid
 * @param orderSource where it came in
 */
public record OrderPlacedEvent(
        String orderId,
        String customerName,
        String customerPhone,
        String customerAddress,
        Money totalAmount,
        Instant estimatedReadyTime,
        List<PizzaDetails> pizzaDetails,
        PaymentMethod paymentMethod,
        OrderSource orderSource)
        implements DomainEvent {
    /** Copies the pizzas. */
    public OrderPlacedEvent {
        pizzaDetails = List.copyOf(pizzaDetails);
    }

    static OrderPlacedEvent of(Order order) {
        return new OrderPlacedEvent(
                order.id(),
                order.customer().name(),
                order.customer().phone(),
                order.customer().address(),
                order.totalAmount(),
                order.estimatedReadyTime(),
                order.pizzas().stream().map(PizzaDetails::of).toList(),
                order.paymentMethod(),
                order.source());
    }

    /**
     * One pizza of the order.
     *
     * @param pizzaId names it on the menu
     * @param name for people
     * @param size of the pizza
     * @param toppings on it
     * @param specialInstructions for the kitchen, may be empty
     * @param price with its toppings
     */
    public record PizzaDetails(
            String pizzaId,
            String name,
            PizzaSize size,
            List<String> toppings,
            String specialInstructions,
            Money price) {
        /** Copies the toppings. */
        public PizzaDetails {
            toppings = List.copyOf(toppings);
        }

        static PizzaDetails of(OrderPizza pizza) {
            return new PizzaDetails(
                    pizza.pizzaId(),
                    pizza.name(),
                    pizza.size(),
                    pizza.toppings(),
                    pizza.specialInstructions(),
                    pizza.price());
        }
    }
}
