package io.neuroglia.data;

import io.neuroglia.message.LogicalNames;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A unit of work was about to commit although an aggregate that was loaded in it had changed and was not stored, so that
 * the change and its events would have been lost. It is rolled back instead. A mistake of the program.
 *
 * @since 0.1
 */
public final class UnsavedAggregateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int NAMED = 5;
    private static final String REMEDY = " Call the repository's save or remove before the unit of work ends, or the"
            + " aggregate's discardChanges if the change is not to be stored.";

    private UnsavedAggregateException(String situation) {
        super(situation + REMEDY);
    }

    /**
     * Names aggregates with pending events.
     *
     * @param aggregates at least one
     * @return to be thrown
     */
    public static UnsavedAggregateException withEvents(List<? extends AggregateRoot<?>> aggregates) {
        return new UnsavedAggregateException(
                named(aggregates, UnsavedAggregateException::withEvents) + ", so these events would be lost.");
    }

    /**
     * Names aggregates whose state is not the stored one.
     *
     * @param aggregates at least one
     * @return to be thrown
     */
    public static UnsavedAggregateException withState(List<? extends AggregateRoot<?>> aggregates) {
        return new UnsavedAggregateException(
                named(aggregates, UnsavedAggregateException::name) + ", so the change would be lost.");
    }

    private static String named(List<? extends AggregateRoot<?>> aggregates, Function<AggregateRoot<?>, String> name) {
        String names = aggregates.stream().limit(NAMED).map(name).collect(Collectors.joining(", "));
        int others = aggregates.size() - NAMED;
        return names
                + (others > 0 ? " and " + others + " more" : "")
                + " changed in this unit of work and was not saved after that";
    }

    private static String withEvents(AggregateRoot<?> aggregate) {
        return name(aggregate)
                + aggregate.pendingEvents().stream()
                        .map(event -> event.getClass().getSimpleName())
                        .distinct()
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String name(AggregateRoot<?> aggregate) {
        return LogicalNames.of(aggregate.getClass()) + " " + aggregate.id();
    }
}
