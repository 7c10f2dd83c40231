package io.neuroglia.data;

import java.util.Map;

/**
 * How an aggregate is stored: as a state of plain data, usually a record, that is written as JSON. Explicit, so that an
 * aggregate's fields can change without the stored form changing in silence. Thread-safe.
 *
 * @param <T> the aggregate
 * @param <S> its stored state, its id included
 * @since 0.1
 */
public interface AggregateMapping<T extends AggregateRoot<?>, S> {
    /**
     * Class of the aggregate.
     *
     * @return its class
     */
    Class<T> aggregateType();

    /**
     * Class of the stored state.
     *
     * @return a class that can be written and read as JSON
     */
    Class<S> stateType();

    /**
     * The state of an aggregate.
     *
     * @param aggregate to be stored
     * @return its state
     */
    S toState(T aggregate);

    /**
     * The aggregate with a state.
     *
     * @param state as it was stored
     * @param version as it was stored
     * @return a new aggregate without pending events
     */
    T toAggregate(S state, long version);

    /**
     * The version of the state's form. It is stored with each state. Raise it, and add an upcaster, when a component of
     * {@link #stateType()} is added that old states lack, is renamed, or changes its meaning.
     *
     * @return 1 for a form that has not changed yet
     */
    default int stateVersion() {
        return 1;
    }

    /**
     * What brings states of former versions to the present one.
     *
     * @return by the version they start from, without a gap up to the present version
     */
    default Map<Integer, Upcaster> upcasters() {
        return Map.of();
    }
}
