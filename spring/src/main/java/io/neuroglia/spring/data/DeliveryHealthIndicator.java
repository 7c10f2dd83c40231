package io.neuroglia.spring.data;

import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.administration.Backlog;
import io.neuroglia.delivery.administration.DeliveryState;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether this process delivers: down when delivery does not run, or could not renew its lease for longer than the lease.
 * What is parked or failed is told as a detail; no restart would mend it.
 */
final class DeliveryHealthIndicator extends AbstractHealthIndicator {
    private final DurableDelivery delivery;
    private final BacklogReader backlog;

    DeliveryHealthIndicator(DurableDelivery delivery, BacklogReader backlog) {
        super("The health of durable delivery cannot be told");
        this.delivery = delivery;
        this.backlog = backlog;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean running = delivery.isRunning();
        boolean lease = delivery.hasLease();
        health.status(running && lease ? Status.UP : Status.DOWN)
                .withDetail("running", running)
                .withDetail("lease", lease);
        backlog.current().ifPresent(all -> {
            for (DeliveryState state : DeliveryState.values()) {
                health.withDetail(
                        state.wireName(),
                        all.stream()
                                .filter(one -> one.state() == state)
                                .mapToLong(Backlog::deliveries)
                                .sum());
            }
        });
    }
}
