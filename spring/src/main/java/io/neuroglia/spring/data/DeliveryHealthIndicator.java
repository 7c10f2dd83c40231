package io.neuroglia.spring.data;

import io.neuroglia.delivery.DeliveryStatus;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.administration.Backlog;
import io.neuroglia.delivery.administration.DeliveryState;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether this process delivers: down when delivery does not run, has no lease, or no longer calls one of its handlers
 * because too many of its calls hang, which only a restart mends. What is parked or failed, and what housekeeping could not
 * do, are details; a restart would mend none of it. Failures are told without their messages, which may name tables; those
 * are in the log.
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
        boolean isUp = status.delivers() && status.blockedHandlers().isEmpty();
        health.status(isUp ? Status.UP : Status.DOWN)
                .withDetail("running", status.running())
                .withDetail("lease", status.lease())
                .withDetail("worker", status.failure() == null ? "working" : "failing, see the log")
                .withDetail("abandonedCalls", status.abandonedCalls())
                .withDetail("blockedHandlers", status.blockedHandlers())
                .withDetail("housekeeping", housekeeping(status));
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

    private static Map<String, Object> housekeeping(DeliveryStatus status) {
        Instant completed = status.housekept();
        return Map.of(
                "failures",
                status.housekeeping().stream()
                        .map(failure -> failure.split(": ", 2)[0])
                        .toList(),
                "lastCompleted",
                completed == null ? "never" : completed.toString());
    }
}
