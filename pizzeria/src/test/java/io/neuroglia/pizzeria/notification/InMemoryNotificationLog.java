package io.neuroglia.pizzeria.notification;

import io.neuroglia.pizzeria.ordering.OrderingFixture;
import java.util.ArrayList;
import java.util.List;

/** Keeps messages in a list. */
final class InMemoryNotificationLog implements NotificationLog {
    private final List<Notification> messages = new ArrayList<>();

    @Override
    public void record(String orderId, Channel channel, String recipient, String message) {
        messages.add(
                new Notification(messages.size() + 1L, orderId, channel, recipient, message, OrderingFixture.NOON));
    }

    @Override
    public List<Notification> all() {
        return List.copyOf(messages);
    }

    @Override
    public List<Notification> of(String orderId) {
        return messages.stream()
                .filter(message -> message.orderId().equals(orderId))
                .toList();
    }
}
