package io.neuroglia.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that something repeated fails, and once that it works again. For one thread. */
final class OutageLog {
    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private final String activity;
    private long since;
    private boolean failing;

    OutageLog(String activity) {
        this.activity = activity;
    }

    void failed(Exception failure) {
        if (failing) {
            LOG.debug("{} still fails", activity, failure);
            return;
        }
        failing = true;
        since = System.nanoTime();
        LOG.warn("{} fails; it is tried again until it works", activity, failure);
    }

    void succeeded() {
        if (failing) {
            failing = false;
            LOG.info("{} works again after {} ms", activity, (System.nanoTime() - since) / 1_000_000);
        }
    }
}
