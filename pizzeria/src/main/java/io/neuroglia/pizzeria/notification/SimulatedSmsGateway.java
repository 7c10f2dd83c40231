package io.neuroglia.pizzeria.notification;

import java.util.function.DoubleSupplier;

/**
 * Behaves like a remote gateway, slow and failing as configured, but writes what it sends into the log. The remote call
 * comes first, before anything touches the database, so that a slow one holds no connection. Thread-safe.
 */
final class SimulatedSmsGateway implements SmsGateway {
    private final SmsSettings settings;
    private final DoubleSupplier random;
    private final NotificationLog log;

    SimulatedSmsGateway(SmsSettings settings, DoubleSupplier random, NotificationLog log) {
        this.settings = settings;
        this.random = random;
        this.log = log;
    }

    @Override
    public void send(String orderId, String phone, String message) throws InterruptedException {
        Thread.sleep(settings.delay());
        if (random.getAsDouble() < settings.failureRate()) {
            throw new SmsNotSentException(orderId);
        }
        log.record(orderId, Channel.SMS, phone, message);
    }
}
