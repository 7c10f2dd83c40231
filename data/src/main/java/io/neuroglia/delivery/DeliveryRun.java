package io.neuroglia.delivery;

import io.neuroglia.delivery.claiming.Worker;
import io.neuroglia.delivery.retention.Housekeeping;
import io.neuroglia.delivery.running.Deliveries.Limits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Delivery between a start and a stop. Nothing of it outlives the stop, so the next start begins afresh. */
final class DeliveryRun {
    private static final long HOUSEKEEPING_MINUTES = 15;

    private final Worker worker;
    private final Duration stopTimeout;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("neuroglia-housekeeping").daemon().factory());

    private DeliveryRun(Worker worker, Duration stopTimeout) {
        this.worker = worker;
        this.stopTimeout = stopTimeout;
    }

    static DeliveryRun of(DataSource dataSource, DeliverySettings settings, Worker.Tools tools, Limits limits) {
        Worker.Timing timing = new Worker.Timing(
                settings.processName(),
                settings.lease(),
                settings.heartbeat(),
                settings.pollInterval(),
                settings.maxInFlight(),
                settings.listen());
        return new DeliveryRun(new Worker(dataSource, timing, tools, limits), settings.stopTimeout());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // housekeeping catches everything and runs until the timer is stopped
    void start(Housekeeping housekeeper) throws SQLException {
        worker.start();
        housekeeping.scheduleWithFixedDelay(
                housekeeper::run, HOUSEKEEPING_MINUTES, HOUSEKEEPING_MINUTES, TimeUnit.MINUTES);
    }

    Worker worker() {
        return worker;
    }

    void stop() {
        housekeeping.shutdown();
        worker.stop(stopTimeout);
    }
}
