package io.neuroglia.delivery.schema;

/**
 * Logs once that a repeated activity fails, and once that it works again. For one thread.
 *
 * @since 0.1
 */
public final class OutageLog {
    private static final GuardedLog LOG = GuardedLog.of(OutageLog.class);

    private final String activity;
    private long since;
    private boolean failing;

    /**
     * A log of one activity.
     *
     * @param activity begins a sentence, such as "Renewing the lease"
     */
    public OutageLog(String activity) {
        this.activity = activity;
    }

    /**
     * The activity has failed.
     *
     * @param failure what it threw
     */
    public void failed(Throwable failure) {
        if (failing) {
            LOG.debug("{} still fails", activity, failure);
            return;
        }
        failing = true;
        since = System.nanoTime();
        LOG.warn("{} fails; retrying until it works", activity, failure);
    }

    /** The activity has succeeded. */
    public void succeeded() {
        if (failing) {
            failing = false;
            LOG.info("{} works again after {} ms", activity, (System.nanoTime() - since) / 1_000_000);
        }
    }
}
