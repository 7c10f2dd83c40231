package io.neuroglia.spring.data;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.neuroglia.delivery.running.AttemptOutcome;
import io.neuroglia.delivery.running.DeliveryObserver;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and times what delivery does in one registry. Thread-safe. */
final class MeteredDelivery implements DeliveryObserver {
    private final MeterRegistry registry;
    private final Map<String, Timer> latencies = new ConcurrentHashMap<>();
    private final Map<Attempts, Timer> attempts = new ConcurrentHashMap<>();
    private final Counter leaseFailures;

    MeteredDelivery(MeterRegistry registry) {
        this.registry = registry;
        this.leaseFailures = Counter.builder("neuroglia.delivery.lease.failures")
                .description("Rounds of the worker that failed, and with them the renewal of the lease")
                .register(registry);
    }

    @Override
    public void begun(String handler, Duration latency) {
        latencies.computeIfAbsent(handler, this::latency).record(latency);
    }

    @Override
    public void ended(String handler, AttemptOutcome outcome, Duration duration) {
        attempts.computeIfAbsent(new Attempts(handler, outcome), this::attempt).record(duration);
    }

    @Override
    public void leaseNotRenewed() {
        leaseFailures.increment();
    }

    private Timer latency(String handler) {
        return Timer.builder("neuroglia.delivery.latency")
                .description("From an event's being stored, just before the commit, to the start of its handler")
                .tag("handler", handler)
                .register(registry);
    }

    private Timer attempt(Attempts which) {
        return Timer.builder("neuroglia.delivery.attempts")
                .description("How long handlers and their commits take")
                .tag("handler", which.handler())
                .tag("outcome", which.outcome().name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private record Attempts(String handler, AttemptOutcome outcome) {}
}
