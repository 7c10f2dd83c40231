package io.neuroglia.spring.data;

import io.neuroglia.delivery.DeliveryStatus;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.administration.Backlog;
import io.neuroglia.delivery.administration.DeliveryState;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether this process delivers: down when delivery does not run or has no lease, because the database cannot be reached or
 * the worker fails. What is parked, what housekeeping could not do and handlers that hang are details; a restart would mend
 * none of them.
 */
final class DeliveryHealthIndicator extends AbstractHealthIndicator {
    private final DurableDelivery delivery;
    private final BacklogReader backlog;

    DeliveryHealthIndicator(DurableDelivery delivery, BacklogReader backlog) {
        super("The health of durable delivery cannot be determined");
        this.delivery = delivery;
        this.backlog = backlog;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        DeliveryStatus status = delivery.status();
        health.status(status.delivers() ? Status.UP : Status.DOWN)
                .withDetail("running", status.running())
                .withDetail("lease", status.lease())
                .withDetail("abandonedCalls", status.abandonedCalls())
                .withDetail("housekeeping", status.housekeeping().isEmpty() ? "done" : status.housekeeping());
        if (status.failure() != null) {
            health.withDetail("failure", status.failure());
        }
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
