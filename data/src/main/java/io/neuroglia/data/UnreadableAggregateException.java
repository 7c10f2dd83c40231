package io.neuroglia.data;

/**
 * A stored aggregate cannot be read: its class has changed without an upcaster, or the stored state was changed by hand.
 * Says which one and why, and concerns no other.
 *
 * @since 0.1
 */
public final class UnreadableAggregateException extends DataFailureException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String id;

    /**
     * Names the aggregate.
     *
     * @param place where it is stored, such as a table or a file
     * @param id text of its id
     * @param cause what the reader or the mapping said; names the field
     */
    public UnreadableAggregateException(String place, String id, Throwable cause) {
        super(
                "Aggregate " + id + " in " + place
                        + " cannot be read. Correct its stored state, or bring old states to the"
                        + " present form with an upcaster of the AggregateMapping",
                cause);
        this.place = place;
        this.id = id;
    }

    /**
     * Where it is stored.
     *
     * @return such as a table or a file
     */
    public String place() {
        return place;
    }

    /**
     * Identifies the aggregate.
     *
     * @return text of its id
     */
    public String id() {
        return id;
    }
}
