package io.neuroglia.spring.data;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.administration.Backlog;
import io.neuroglia.delivery.administration.DeliveryState;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Figures of durable delivery: what is unfinished, by handler and state, and what this process attempts. Handlers are the
 * only names in them; those that this process does not know are counted together. Binds to a registry once.
 */
final class DeliveryMetrics implements MeterBinder {
    private static final String UNKNOWN = "unknown";

    private final DurableDelivery delivery;
    private final Supplier<Set<String>> handlers;
    private final BacklogReader backlog;
    private final Set<MeterRegistry> bound =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    /**
     * For one delivery.
     *
     * @param handlers the handlers that this process knows, asked for when a registry is bound
     */
    DeliveryMetrics(DurableDelivery delivery, Supplier<Set<String>> handlers, BacklogReader backlog) {
        this.delivery = delivery;
        this.handlers = handlers;
        this.backlog = backlog;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (!bound.add(registry)) {
            return;
        }
        delivery.observe(new MeteredDelivery(registry));
        Set<String> known = Set.copyOf(handlers.get());
        known.forEach(handler -> gauges(registry, handler, handler::equals));
        known.forEach(handler -> abandonedCalls(registry, handler));
        gauges(registry, UNKNOWN, name -> !known.contains(name));
    }

    private void gauges(MeterRegistry registry, String handler, Predicate<String> counted) {
        for (DeliveryState state : DeliveryState.values()) {
            Tags tags = Tags.of("handler", handler, "state", state.wireName());
            Gauge.builder(
                            "neuroglia.delivery.backlog",
                            () -> figure(counted, state, Backlog::deliveries, DoubleStream::sum))
                    .description("Deliveries that are not finished")
                    .tags(tags)
                    .register(registry);
            Gauge.builder(
                            "neuroglia.delivery.backlog.age",
                            () -> figure(counted, state, DeliveryMetrics::seconds, DeliveryMetrics::largest))
                    .description("How long ago the event of the oldest unfinished delivery was stored")
                    .baseUnit("seconds")
                    .tags(tags)
                    .register(registry);
        }
    }

    private void abandonedCalls(MeterRegistry registry, String handler) {
        Gauge.builder(
                        "neuroglia.delivery.abandoned",
                        () -> delivery.status().abandonedCalls().getOrDefault(handler, 0))
                .description("Calls that hang after their time-out in this process")
                .tag("handler", handler)
                .register(registry);
    }

    /** Not a number while it is not known. */
    private double figure(
            Predicate<String> counted,
            DeliveryState state,
            ToDoubleFunction<Backlog> part,
            ToDoubleFunction<DoubleStream> whole) {
        return backlog.current()
                .map(all -> whole.applyAsDouble(all.stream()
                        .filter(one -> one.state() == state && counted.test(one.handler()))
                        .mapToDouble(part)))
                .orElse(Double.NaN);
    }

    private static double seconds(Backlog backlog) {
        return backlog.oldest().toMillis() / 1_000.0;
    }

    private static double largest(DoubleStream figures) {
        return figures.max().orElse(0);
    }
}
