package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.AdministrationBenchmark.Cost;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaTables;
import io.neuroglia.delivery.administration.DeliveryAdministration;
import io.neuroglia.delivery.administration.DeliveryFilter;
import io.neuroglia.delivery.administration.DeliveryId;
import io.neuroglia.delivery.administration.DeliveryPage;
import io.neuroglia.delivery.administration.DeliveryState;
import io.neuroglia.delivery.administration.Intervention;
import io.neuroglia.delivery.administration.OpenDelivery;
import io.neuroglia.result.OperationResult;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that people do with stuck deliveries, each several times. */
final class AdministrationActions {
    private static final Intervention BY = new Intervention("benchmark", "to be measured");
    private static final DeliveryFilter PARKED = DeliveryFilter.all().inState(DeliveryState.PARKED);
    private static final DeliveryFilter MANY = PARKED.toHandler("handler-0");
    private static final DeliveryFilter FEW = DeliveryFilter.all().toHandler("handler-1");
    private static final String BLOCKS = "select coalesce(sum(shared_blks_hit + shared_blks_read), 0)"
            + " from pg_stat_statements where query like '%neuroglia.%'";
    private static final int PAGE = 100;
    private static final int MOST = DeliveryAdministration.LARGEST;

    private final Database database;
    private final DeliveryAdministration administration;
    private final int repetitions;
    private final Map<String, Cost> costs = new LinkedHashMap<>();

    AdministrationActions(Database database, DeliveryAdministration administration, int repetitions) {
        this.database = database;
        this.administration = administration;
        this.repetitions = repetitions;
    }

    Map<String, Cost> measure() throws Exception {
        look();
        String last = lastPage();
        cost("list, 100 at the end", repetitions, () -> page(DeliveryFilter.all(), last));
        actOnSingleOnes();
        actOnMany();
        return costs;
    }

    private void look() throws Exception {
        UUID finished = UUID.fromString(NeurogliaTables.handled(database, 1));
        UUID parked = administration
                .list(MANY, null, 1)
                .deliveries()
                .getFirst()
                .event()
                .id();
        cost("list, the first 100", repetitions, () -> page(DeliveryFilter.all(), null));
        cost("list, the first 100 parked", repetitions, () -> page(PARKED, null));
        cost("list, the first 100 waiting", repetitions, () -> page(inState(DeliveryState.WAITING), null));
        cost("list, the first 100 pending", repetitions, () -> page(inState(DeliveryState.PENDING), null));
        cost("list, the few of a handler", repetitions, () -> page(FEW, null));
        cost(
                "list, those of a key",
                repetitions,
                () -> page(DeliveryFilter.all().withKey("Stuck/7"), null));
        cost("event, parked", repetitions, () -> history(parked));
        cost("event, finished", repetitions, () -> history(finished));
        cost("backlog", repetitions, administration::backlog);
    }

    private void actOnSingleOnes() throws Exception {
        Deque<OpenDelivery> left = new ArrayDeque<>(
                administration.list(MANY, null, 3 * repetitions).deliveries());
        cost("retry", repetitions, () -> succeed(administration.retry(id(left.removeFirst()), BY)));
        cost("skip", repetitions, () -> succeed(administration.skip(id(left.removeFirst()), BY)));
        cost(
                "discard",
                repetitions,
                () -> succeed(administration.discard(left.removeFirst().event().id(), BY)));
        Deque<String> finished = new ArrayDeque<>(
                Arrays.asList(NeurogliaTables.handled(database, repetitions).split(",")));
        cost(
                "replay",
                repetitions,
                () -> succeed(administration.replay(
                        new DeliveryId(UUID.fromString(finished.removeFirst()), "handler-0"), BY)));
    }

    private void actOnMany() throws Exception {
        int times = Math.max(1, repetitions / 10);
        cost(
                "retry all, few of a handler",
                1,
                () -> require(StuckDeliveries.FEW, administration.retryAll(FEW, MOST, BY)));
        cost("retry all, " + MOST, times, () -> require(MOST, administration.retryAll(MANY, MOST, BY)));
        cost(
                "skip all, " + MOST + " waiting",
                times,
                () -> require(
                        MOST,
                        administration.skipAll(inState(DeliveryState.WAITING).toHandler("handler-0"), MOST, BY)));
        cost(
                "skip all, few of a handler",
                1,
                () -> require(StuckDeliveries.FEW, administration.skipAll(FEW, MOST, BY)));
    }

    private DeliveryPage page(DeliveryFilter filter, @Nullable String after) {
        return administration.list(filter, after, PAGE);
    }

    private void history(UUID event) {
        if (administration.event(event).isEmpty()) {
            throw new IllegalStateException("Event " + event + " is gone");
        }
    }

    /** The position before the last page but one. */
    private String lastPage() {
        String before = "";
        String next = administration.list(DeliveryFilter.all(), null, MOST).next();
        while (next != null) {
            before = next;
            next = administration.list(DeliveryFilter.all(), next, MOST).next();
        }
        return before;
    }

    private void cost(String action, int times, Step step) throws Exception {
        double[] millis = new double[times];
        database.text("select pg_stat_statements_reset()");
        for (int time = 0; time < times; time++) {
            long begin = System.nanoTime();
            step.run();
            millis[time] = (System.nanoTime() - begin) / 1e6;
        }
        double blocks = (double) database.number(BLOCKS) / times;
        Arrays.sort(millis);
        costs.put(action, new Cost(millis[times / 2], millis[times - 1], blocks));
    }

    private static DeliveryFilter inState(DeliveryState state) {
        return DeliveryFilter.all().inState(state);
    }

    private static DeliveryId id(OpenDelivery open) {
        return new DeliveryId(open.event().id(), open.handler());
    }

    private static void succeed(OperationResult<Void> result) {
        if (!result.isSuccess()) {
            throw new IllegalStateException("Refused: " + result);
        }
    }

    private static void require(int expected, int changed) {
        if (changed != expected) {
            throw new IllegalStateException("Expected " + expected + " changes, but there were " + changed);
        }
    }

    /** What is measured. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
