package io.neuroglia.delivery.running;

/**
 * Told how attempts end, on the threads that made them. Must be thread-safe.
 *
 * @since 0.1
 */
public interface OutcomeListener {
    /**
     * Whether an incarnation is this process's and its lease holds.
     *
     * @param incarnation that owns a delivery
     * @return false if the delivery must not begin
     */
    boolean owns(long incarnation);

    /**
     * An attempt has ended.
     *
     * @param outcome how
     */
    void ended(Outcome outcome);

    /**
     * Something that must not fail has failed, so that an outcome may be lost: the process has to give up its lease.
     *
     * @param failure what was thrown
     */
    void broken(Throwable failure);
}
