package io.neuroglia.pizzeria.notification;

import static io.neuroglia.pizzeria.ordering.OrderingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neuroglia.pizzeria.money.Money;
import io.neuroglia.pizzeria.ordering.OrderPlacedEvent;
import io.neuroglia.pizzeria.ordering.OrderSource;
import io.neuroglia.pizzeria.ordering.PaymentMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderPlacedNotificationsTest {
    private static final OrderPlacedEvent EVENT = new OrderPlacedEvent(
            "0a1b2c3d-aaaa-bbbb-cccc-0123456789ab",
            "John Doe",
            "555-0123",
            "123 Pizza St",
            Money.of("16.90"),
            NOON.plus(Duration.ofMinutes(15)),
            List.of(),
            PaymentMethod.CASH,
            OrderSource.WEB);

    private final NotificationLog log = new InMemoryNotificationLog();

    @Test
    void the_customer_gets_a_confirmation_in_the_pizzerias_own_time() throws Exception {
        SmsGateway gateway = new SimulatedSmsGateway(new SmsSettings(Duration.ZERO, 0.5), () -> 0.5, log);

        new SendOrderConfirmation(gateway, Clock.system(ZoneId.of("Europe/Rome"))).handle(EVENT);

        assertThat(log.of(EVENT.orderId()))
                .containsExactly(new Notification(
                        1,
                        EVENT.orderId(),
                        Channel.SMS,
                        "555-0123",
                        "Order 0a1b2c3d confirmed! Total: $16.90. Ready by: 13:15",
                        NOON));
    }

    @Test
    void a_failing_gateway_sends_nothing_and_says_so() {
        SmsGateway gateway = new SimulatedSmsGateway(new SmsSettings(Duration.ZERO, 0.5), () -> 0.49, log);

        assertThatExceptionOfType(SmsNotSentException.class)
                .isThrownBy(() -> new SendOrderConfirmation(gateway, Clock.systemUTC()).handle(EVENT))
                .withMessageContaining(EVENT.orderId());
        assertThat(log.all()).isEmpty();
    }

    @Test
    void the_kitchen_is_told() {
        new NotifyKitchen(new SimulatedKitchenPrinter(log)).handle(EVENT);

        assertThat(log.all())
                .containsExactly(new Notification(
                        1, EVENT.orderId(), Channel.KITCHEN, "kitchen", "New order 0a1b2c3d from John Doe", NOON));
    }

    @Test
    void the_messages_of_one_order_or_of_all_are_read() {
        log.record("a", Channel.SMS, "1", "first");
        log.record("b", Channel.SMS, "2", "second");
        GetNotificationsQueryHandler handler = new GetNotificationsQueryHandler(log);

        assertThat(handler.handle(new GetNotificationsQuery("b")).data())
                .extracting(Notification::message)
                .containsExactly("second");
        assertThat(handler.handle(new GetNotificationsQuery(null)).data()).hasSize(2);
        assertThat(handler.handle(new GetNotificationsQuery("c")).data()).isEmpty();
    }
}
