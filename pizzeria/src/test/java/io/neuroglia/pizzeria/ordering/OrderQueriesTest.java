package io.neuroglia.pizzeria.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.Repository;
import io.neuroglia.mapping.Mapper;
import io.neuroglia.pizzeria.menu.PizzaSize;
import io.neuroglia.pizzeria.money.Money;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderQueriesTest {
    private static final Mapper MAPPER =
            Mapper.builder().index(new NeurogliaMappings()).build();
    private final Repository<Order, String> orders = OrderingFixture.orders((key, version, events) -> {});
    private final Order order = OrderingFixture.pendingOrder();

    OrderQueriesTest() {
        orders.add(order);
    }

    @Test
    void the_status_tells_of_the_order_and_of_each_pizza() {
        OrderProgress progress = new GetOrderStatusQueryHandler(orders, MAPPER)
                .handle(new GetOrderStatusQuery(order.id()))
                .data();

        assertThat(progress)
                .isEqualTo(new OrderProgress(
                        order.id(),
                        OrderStatus.PENDING,
                        "John Doe",
                        order.orderTime(),
                        order.estimatedReadyTime(),
                        Money.of("19.39"),
                        List.of(new OrderProgress.PizzaProgress(
                                "Margherita", PizzaSize.LARGE, List.of("extra_cheese"), PizzaStatus.PENDING))));
    }

    @Test
    void the_summary_is_short_unless_asked_for_more() {
        OrderSummary plain = summary(false, false);
        OrderSummary full = summary(true, true);

        assertThat(plain)
                .isEqualTo(new OrderSummary(order.id(), OrderStatus.PENDING, Money.of("19.39"), 1, null, null));
        assertThat(full.estimatedReadyTime()).isEqualTo(order.estimatedReadyTime());
        assertThat(full.pizzas())
                .containsExactly(new OrderSummary.PizzaSummary(
                        "margherita",
                        "Margherita",
                        PizzaSize.LARGE,
                        List.of("extra_cheese"),
                        "Extra crispy",
                        Money.of("19.39"),
                        PizzaStatus.PENDING));
    }

    @Test
    void an_unknown_order_is_not_found() {
        OperationResult<OrderProgress> status =
                new GetOrderStatusQueryHandler(orders, MAPPER).handle(new GetOrderStatusQuery("4711"));
        OperationResult<OrderSummary> summary =
                new GetOrderSummaryQueryHandler(orders, MAPPER).handle(new GetOrderSummaryQuery("4711", true, true));

        Problem notFound = Problem.of(FailureKind.NOT_FOUND, "Order 4711 not found");
        assertThat(status).isEqualTo(OperationResult.failure(notFound));
        assertThat(summary).isEqualTo(OperationResult.failure(notFound));
    }

    private OrderSummary summary(boolean details, boolean time) {
        return new GetOrderSummaryQueryHandler(orders, MAPPER)
                .handle(new GetOrderSummaryQuery(order.id(), details, time))
                .data();
    }
}
