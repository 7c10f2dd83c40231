package io.neuroglia.pizzeria.notification;

/** Writes what it prints into the log. Thread-safe. */
final class SimulatedKitchenPrinter implements KitchenPrinter {
    private final NotificationLog log;

    SimulatedKitchenPrinter(NotificationLog log) {
        this.log = log;
    }

    @Override
    public void print(String orderId, String message) {
        log.record(orderId, Channel.KITCHEN, "kitchen", message);
    }
}
