package io.neuroglia.spring.data;

import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers while the application runs: starts before the web server takes requests, and stops when the web server has
 * finished those in flight, with the database still there.
 */
final class DeliveryLifecycle implements SmartLifecycle {
    /** The web server starts and stops at the default phase less 2048, and finishes its requests at less 1024. */
    static final int PHASE = DEFAULT_PHASE - 3072;

    private final DurableDelivery delivery;
    private final Mediator mediator;

    DeliveryLifecycle(DurableDelivery delivery, Mediator mediator) {
        this.delivery = delivery;
        this.mediator = mediator;
    }

    @Override
    public void start() {
        delivery.start(mediator);
    }

    @Override
    public void stop() {
        delivery.stop();
    }

    @Override
    public boolean isRunning() {
        return delivery.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
