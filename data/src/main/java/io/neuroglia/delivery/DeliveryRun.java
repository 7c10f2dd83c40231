package io.neuroglia.delivery;

import io.neuroglia.data.DataUnavailableException;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a delivery that runs: the lease's, the worker's and the housekeeping's. */
final class DeliveryRun {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRun.class);

    private final DeliverySettings settings;
    private final ProcessLease lease;
    private final DedicatedConnection leaseConnection;
    private final DeliveryWorker worker;
    private final Attempts attempts;
    private final WorkNotices notices;
    private final Thread workerThread;
    private final OutageLog renewing = new OutageLog("Renewing the lease");
    private final ScheduledExecutorService heartbeat = timer("neuroglia-lease");
    private final ScheduledExecutorService housekeeping = timer("neuroglia-housekeeping");

    private DeliveryRun(
            DeliverySettings settings,
            ProcessLease lease,
            DedicatedConnection leaseConnection,
            DeliveryWorker worker,
            Attempts attempts,
            WorkNotices notices) {
        this.settings = settings;
        this.lease = lease;
        this.leaseConnection = leaseConnection;
        this.worker = worker;
        this.attempts = attempts;
        this.notices = notices;
        this.workerThread =
                Thread.ofPlatform().name("neuroglia-worker").daemon().unstarted(worker);
    }

    static DeliveryRun start(
            DataSource dataSource,
            DeliverySettings settings,
            ProcessLease lease,
            DeliveryWorker worker,
            Attempts attempts) {
        WorkNotices notices = new WorkNotices(DedicatedConnection.of(dataSource), worker::backlog);
        DeliveryRun run =
                new DeliveryRun(settings, lease, DedicatedConnection.of(dataSource), worker, attempts, notices);
        try {
            run.renew();
        } catch (SQLException cause) {
            throw new DataUnavailableException(cause);
        }
        run.begin(dataSource);
        return run;
    }

    DeliveryWorker worker() {
        return worker;
    }

    void stop(HeldWork held) {
        worker.stopClaiming();
        housekeeping.shutdownNow();
        notices.stop();
        try {
            if (!held.awaitNone(settings.stopTimeout())) {
                LOG.warn("Deliveries still ran after {}; they are repeated later", settings.stopTimeout());
            }
            attempts.stop();
            worker.stop();
            workerThread.join(settings.pollInterval().plusSeconds(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        endLease();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the tasks log their own failures and run until the timer is stopped
    private void begin(DataSource dataSource) {
        long pause = settings.heartbeat().toMillis();
        heartbeat.scheduleWithFixedDelay(this::keepLease, pause, pause, TimeUnit.MILLISECONDS);
        housekeeping.scheduleWithFixedDelay(new Housekeeping(dataSource, settings), 1, 1, TimeUnit.HOURS);
        attempts.start();
        if (settings.listen()) {
            Thread.ofPlatform().name("neuroglia-listener").daemon().start(notices);
        }
        workerThread.start();
    }

    private void keepLease() {
        try {
            renew();
            renewing.succeeded();
        } catch (SQLException | RuntimeException failure) {
            renewing.failed(failure);
            attempts.leaseNotRenewed();
        }
    }

    private void renew() throws SQLException {
        leaseConnection.run(lease::renew);
    }

    private void endLease() {
        heartbeat.shutdownNow();
        try {
            if (heartbeat.awaitTermination(2, TimeUnit.SECONDS)) {
                leaseConnection.run(lease::end);
                if (settings.listen()) {
                    leaseConnection.run(WorkNotices::announce);
                }
            }
        } catch (SQLException failure) {
            LOG.warn("The lease could not be given back; others take over when it expires", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            leaseConnection.close();
        }
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
