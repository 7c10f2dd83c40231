package io.neuroglia.pizzeria.kitchen;

import static io.neuroglia.pizzeria.ordering.OrderingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.Repository;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.pizzeria.ordering.CookingStartedEvent;
import io.neuroglia.pizzeria.ordering.Order;
import io.neuroglia.pizzeria.ordering.OrderStatus;
import io.neuroglia.pizzeria.ordering.OrderingFixture;
import io.neuroglia.result.OperationResult;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartCookingCommandHandlerTest {
    private final List<DomainEvent> events = new ArrayList<>();
    private final Repository<Order, String> orders =
            OrderingFixture.orders((key, version, raised) -> events.addAll(raised));
    private final StartCookingCommandHandler handler =
            new StartCookingCommandHandler(orders, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void a_pending_order_is_cooked() {
        Order order = OrderingFixture.pendingOrder();
        orders.add(order);

        OperationResult<KitchenMessage> result = handler.handle(new StartCookingCommand(order.id(), "staff_001", 20));

        assertThat(result).isEqualTo(OperationResult.ok(new KitchenMessage("Started cooking order " + order.id())));
        assertThat(orders.findById(order.id()).orElseThrow().status()).isEqualTo(OrderStatus.COOKING);
        assertThat(events)
                .last()
                .isEqualTo(new CookingStartedEvent(order.id(), "staff_001", NOON, NOON.plus(Duration.ofMinutes(20))));
    }

    @Test
    void an_order_that_cooks_already_is_not_begun_again() {
        Order order = OrderingFixture.pendingOrder();
        orders.add(order);
        StartCookingCommand command = new StartCookingCommand(order.id(), "staff_001", 20);
        handler.handle(command);

        OperationResult<KitchenMessage> again = handler.handle(command);

        assertThat(again).isEqualTo(OperationResult.badRequest("Cannot start cooking order in cooking status"));
        assertThat(orders.findById(order.id()).orElseThrow().version()).isEqualTo(2);
        assertThat(events).hasSize(2);
    }

    @Test
    void an_unknown_order_is_not_found() {
        assertThat(handler.handle(new StartCookingCommand("4711", "staff_001", 20)))
                .isEqualTo(OperationResult.notFound("Order not found"));
    }
}
