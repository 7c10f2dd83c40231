package io.neuroglia.pizzeria.ordering;

import static io.neuroglia.pizzeria.ordering.OrderStatus.CANCELLED;
import static io.neuroglia.pizzeria.ordering.OrderStatus.COOKING;
import static io.neuroglia.pizzeria.ordering.OrderStatus.DELIVERED;
import static io.neuroglia.pizzeria.ordering.OrderStatus.PENDING;
import static io.neuroglia.pizzeria.ordering.OrderStatus.READY;
import static io.neuroglia.pizzeria.ordering.OrderingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.pizzeria.money.Money;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    @Nested
    class A_placed_order {
        private final Order order = OrderingFixture.pendingOrder();

        @Test
        void is_pending_and_so_are_its_pizzas() {
            assertThat(order.status()).isEqualTo(PENDING);
            assertThat(order.pizzas()).extracting(OrderPizza::status).containsOnly(PizzaStatus.PENDING);
            assertThat(order.version()).isZero();
        }

        @Test
        void has_an_id_of_its_own_that_starts_at_random() {
            Set<String> beginnings = Stream.generate(OrderingFixture::pendingOrder)
                    .limit(50)
                    .map(other -> Order.shortId(other.id()))
                    .collect(Collectors.toSet());

            assertThat(beginnings)
                    .hasSize(50)
                    .allSatisfy(beginning -> assertThat(beginning).hasSize(8));
        }

        @Test
        void raises_one_event_that_tells_all() {
            OrderPlacedEvent event = (OrderPlacedEvent) order.pendingEvents().getFirst();

            assertThat(order.pendingEvents()).hasSize(1);
            assertThat(event.orderId()).isEqualTo(order.id());
            assertThat(event.customerName()).isEqualTo("John Doe");
            assertThat(event.customerPhone()).isEqualTo("555-0123");
            assertThat(event.customerAddress()).isEqualTo("123 Pizza St");
            assertThat(event.totalAmount()).isEqualTo(Money.of("19.39"));
            assertThat(event.estimatedReadyTime()).isEqualTo(order.estimatedReadyTime());
            assertThat(event.pizzaDetails())
                    .extracting(OrderPlacedEvent.PizzaDetails::pizzaId)
                    .containsExactly("margherita");
            assertThat(event.paymentMethod()).isEqualTo(PaymentMethod.CASH);
            assertThat(event.orderSource()).isEqualTo(OrderSource.WEB);
        }

        @ParameterizedTest
        @CsvSource({"1, 15", "2, 17", "50, 113"})
        void is_ready_after_its_slowest_pizza_and_a_little_for_each_further_one(int pizzas, int minutes) {
            Order placed = placed(Collections.nCopies(pizzas, OrderingFixture.largeMargherita()));

            assertThat(placed.estimatedReadyTime()).isEqualTo(NOON.plus(Duration.ofMinutes(minutes)));
        }

        @Test
        void costs_the_sum_of_its_pizzas() {
            Order placed = placed(Collections.nCopies(3, OrderingFixture.largeMargherita()));

            assertThat(placed.totalAmount()).isEqualTo(Money.of("58.17"));
        }

        @Test
        void has_at_least_one_pizza() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> placed(List.of()))
                    .withMessage("Order must contain at least one pizza");
        }

        private Order placed(List<OrderPizza> pizzas) {
            return Order.place(order.customer(), pizzas, PaymentMethod.CASH, OrderSource.PHONE, NOON);
        }
    }

    @Nested
    class Starting_to_cook {

        @Test
        void makes_the_order_and_its_pizzas_cooking() {
            Order order = OrderingFixture.orderIn(PENDING);

            OperationResult<Order> result = order.startCooking("staff_001", 20, NOON.plusSeconds(60));

            assertThat(result.isSuccess()).isTrue();
            assertThat(order.status()).isEqualTo(COOKING);
            assertThat(order.pizzas()).extracting(OrderPizza::status).containsOnly(PizzaStatus.COOKING);
            assertThat(order.estimatedReadyTime()).isEqualTo(NOON.plus(Duration.ofMinutes(21)));
            assertThat(order.pendingEvents())
                    .containsExactly(new CookingStartedEvent(
                            order.id(), "staff_001", NOON.plusSeconds(60), NOON.plus(Duration.ofMinutes(21))));
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
        void is_refused_unless_the_order_is_pending(OrderStatus status) {
            Order order = OrderingFixture.orderIn(status);

            OperationResult<Order> result = order.startCooking("staff_001", 20, NOON);

            assertThat(result).isInstanceOfSatisfying(OperationResult.Failure.class, failure -> {
                assertThat(failure.problem().kind()).isEqualTo(FailureKind.BAD_REQUEST);
                assertThat(failure.problem().message())
                        .isEqualTo(
                                "Cannot start cooking order in " + status.name().toLowerCase(Locale.ROOT) + " status");
            });
            assertThat(order.status()).isEqualTo(status);
            assertThat(order.pendingEvents()).isEmpty();
        }
    }

    @Test
    void an_order_goes_its_ways_and_no_others() {
        Map<OrderStatus, Set<OrderStatus>> ways = Map.of(
                PENDING, EnumSet.of(COOKING, CANCELLED),
                COOKING, EnumSet.of(READY),
                READY, EnumSet.of(DELIVERED),
                DELIVERED, EnumSet.noneOf(OrderStatus.class),
                CANCELLED, EnumSet.noneOf(OrderStatus.class));

        for (OrderStatus from : OrderStatus.values()) {
            for (OrderStatus to : OrderStatus.values()) {
                assertThat(from.leadsTo(to))
                        .as(from + " to " + to)
                        .isEqualTo(ways.get(from).contains(to));
            }
        }
    }

    @Test
    void a_stored_order_is_the_same_order() {
        OrderMapping mapping = new OrderMapping();
        Order order = OrderingFixture.pendingOrder();

        String stored = StoredJson.write(mapping.toState(order));
        Order read = mapping.toAggregate(StoredJson.read(stored, OrderState.class), 7);

        assertThat(read.version()).isEqualTo(7);
        assertThat(read.pendingEvents()).isEmpty();
        assertThat(mapping.toState(read)).isEqualTo(mapping.toState(order));
        assertThat(stored).contains("\"status\":\"pending\"", "\"price\":\"19.39\"", "2026-11-23T12:00:00.123456Z");
    }

    @Test
    void its_events_survive_being_stored() {
        Order order = OrderingFixture.pendingOrder();
        OrderPlacedEvent placed = (OrderPlacedEvent) order.pendingEvents().getFirst();
        CookingStartedEvent started = new CookingStartedEvent(order.id(), "staff_001", NOON, NOON.plusSeconds(60));

        assertThat(StoredJson.read(StoredJson.write(placed), OrderPlacedEvent.class))
                .isEqualTo(placed);
        assertThat(StoredJson.read(StoredJson.write(started), CookingStartedEvent.class))
                .isEqualTo(started);
    }
}
