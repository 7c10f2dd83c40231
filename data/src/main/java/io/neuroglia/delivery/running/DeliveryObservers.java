package io.neuroglia.delivery.running;

import io.neuroglia.delivery.schema.GuardedLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * All observers as one, whose failures do not reach delivery. Thread-safe.
 *
 * @since 0.1
 */
public final class DeliveryObservers implements DeliveryObserver {
    private static final GuardedLog LOG = GuardedLog.of(DeliveryObservers.class);

    /** Nobody watches yet. */
    public DeliveryObservers() {}

    private final List<DeliveryObserver> observers = new CopyOnWriteArrayList<>();

    /**
     * Adds an observer.
     *
     * @param observer told from now on
     */
    public void add(DeliveryObserver observer) {
        observers.add(observer);
    }

    @Override
    public void begun(String handler, Duration latency) {
        tell(observer -> observer.begun(handler, latency));
    }

    @Override
    public void ended(String handler, AttemptOutcome outcome, Duration duration) {
        tell(observer -> observer.ended(handler, outcome, duration));
    }

    @Override
    public void leaseNotRenewed() {
        tell(DeliveryObserver::leaseNotRenewed);
    }

    private void tell(Consumer<DeliveryObserver> what) {
        for (DeliveryObserver observer : observers) {
            try {
                what.accept(observer);
            } catch (Throwable failure) {
                LOG.warn(
                        "An observer of delivery failed: {}: {}",
                        observer.getClass().getName(),
                        FailureText.of(failure).stackTrace());
            }
        }
    }
}
