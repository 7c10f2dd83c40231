package io.neuroglia.pizzeria.ordering;

import static io.neuroglia.pizzeria.ordering.OrderingFixture.NOON;
import static io.neuroglia.pizzeria.ordering.OrderingFixture.command;
import static io.neuroglia.pizzeria.ordering.OrderingFixture.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.Repository;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.pizzeria.menu.MenuFixture;
import io.neuroglia.pizzeria.money.Money;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.FieldError;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.OperationResult.Failure;
import io.neuroglia.result.OperationResult.Success;
import io.neuroglia.result.Problem;
import io.neuroglia.result.SuccessKind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceOrderCommandHandlerTest {
    private static final Clock CLOCK = Clock.fixed(NOON.plusNanos(789), ZoneId.of("Europe/Rome"));

    private final List<DomainEvent> events = new ArrayList<>();
    private final Repository<Order, String> orders =
            OrderingFixture.orders((key, version, raised) -> events.addAll(raised));

    @Test
    void an_order_is_priced_stored_and_receipted() {
        OperationResult<OrderReceipt> result = handler("00:00", "24:00", true)
                .handle(command(item("margherita", "large", "extra_cheese"), item("pepperoni", "small")));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Success.class, success -> assertThat(success.kind()).isEqualTo(SuccessKind.CREATED));
        Order order = orders.findById(result.data().orderId()).orElseThrow();
        assertThat(result.data())
                .isEqualTo(new OrderReceipt(order.id(), Money.of("32.18"), NOON.plus(Duration.ofMinutes(20))));
        assertThat(order.totalAmount()).isEqualTo(Money.of("32.18"));
        assertThat(order.customer()).isEqualTo(new Customer("John Doe", "555-0123", "123 Pizza St"));
        assertThat(order.orderTime()).as("to the microsecond").isEqualTo(NOON);
        assertThat(events).hasSize(1).first().isInstanceOf(OrderPlacedEvent.class);
    }

    @Test
    void the_same_pizza_twice_is_two_pizzas() {
        OperationResult<OrderReceipt> result = handler("00:00", "24:00", true)
                .handle(command(item("margherita", "medium"), item("margherita", "medium")));

        assertThat(result.data().totalAmount()).isEqualTo(Money.of("25.98"));
    }

    @Test
    void a_pizza_that_is_not_on_the_menu_is_refused() {
        Problem problem = problem(
                handler("00:00", "24:00", true).handle(command(item("margherita", "large"), item("calzone", "large"))));

        assertThat(problem).isEqualTo(Problem.of(FailureKind.BAD_REQUEST, "One or more pizzas are not available"));
        assertThat(orders.findAll()).isEmpty();
    }

    @Test
    void a_topping_that_is_not_the_pizzas_is_refused_by_name() {
        Problem problem = problem(handler("00:00", "24:00", true)
                .handle(command(item("margherita", "large"), item("pepperoni", "large", "basil", "pineapple"))));

        assertThat(problem.errors())
                .containsExactly(new FieldError(
                        "pizzaItems[1].toppings[1]", "Topping pineapple is not available for Pepperoni"));
        assertThat(orders.findAll()).isEmpty();
    }

    @Test
    void a_closed_kitchen_takes_no_order_by_the_pizzerias_own_time() {
        PlaceOrderCommand command = command(item("margherita", "large"));

        assertThat(problem(handler("14:00", "22:00", true).handle(command)))
                .as("noon in UTC is 1 PM in Rome")
                .isEqualTo(Problem.of(FailureKind.BAD_REQUEST, "Sorry, we're closed! Kitchen hours are 2 PM - 10 PM"));
        assertThat(handler("13:00", "22:00", true).handle(command).isSuccess()).isTrue();
    }

    @Test
    void an_address_outside_the_area_is_refused() {
        PlaceOrderCommand command = command(item("margherita", "large"));
        OrderingTerms terms =
                new OrderingTerms(hours("00:00", "24:00"), new DeliveryArea(List.of("Springfield")), CLOCK);

        assertThat(problem(handler(terms, true).handle(command)))
                .isEqualTo(Problem.of(
                        FailureKind.BAD_REQUEST, "We don't deliver to that area. Please try pickup instead."));
    }

    @Test
    void a_full_kitchen_says_when_to_come_back() {
        Problem problem = problem(handler("00:00", "24:00", false).handle(command(item("margherita", "large"))));

        assertThat(problem.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(problem.message()).isEqualTo("Kitchen is at capacity. Estimated wait time is 45 minutes.");
        assertThat(problem.retryAfter()).contains(Duration.ofMinutes(45));
    }

    private PlaceOrderCommandHandler handler(String opens, String closes, boolean room) {
        return handler(new OrderingTerms(hours(opens, closes), new DeliveryArea(List.of()), CLOCK), room);
    }

    private PlaceOrderCommandHandler handler(OrderingTerms terms, boolean room) {
        return new PlaceOrderCommandHandler(terms, new PizzaSelection(MenuFixture.menu()), orders, () -> room, CLOCK);
    }

    private static OpeningHours hours(String opens, String closes) {
        return new OpeningHours(TimeOfDay.of(opens), TimeOfDay.of(closes));
    }

    private static Problem problem(OperationResult<OrderReceipt> result) {
        assertThat(result).isInstanceOf(Failure.class);
        return ((Failure<OrderReceipt>) result).problem();
    }
}
