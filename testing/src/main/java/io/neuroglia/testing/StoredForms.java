package io.neuroglia.testing;

import io.neuroglia.data.AggregateMapping;
import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.InMemoryRepository;
import io.neuroglia.data.json.StateFormat;
import io.neuroglia.data.json.StoredFormat;

/**
 * Tests that what is stored can be read again: events, states of aggregates, and the mappings between the two.
 * Thread-safe.
 *
 * <pre>{@code
 * StoredForms.assertRoundTrip(new OrderPlaced("1", "555-1234"));
 * Repository<Order, String> orders = StoredForms.inMemory(events, new OrderMapping());
 * }</pre>
 *
 * @since 0.1
 */
public final class StoredForms {
    private StoredForms() {}

    /**
     * Asserts that a value is the same after it was written and read in the standard format.
     *
     * @param value such as an event or a state
     * @throws AssertionError if it cannot be stored, or would be another one when it is read; says where, and what to do
     */
    public static void assertRoundTrip(Object value) {
        assertRoundTrip(value, StoredFormat.standard());
    }

    /**
     * Asserts that a value is the same after it was written and read in a format of the application's own.
     *
     * @param value such as an event or a state
     * @param format how it is written
     * @throws AssertionError if it cannot be stored, or would be another one when it is read; says where, and what to do
     */
    public static void assertRoundTrip(Object value, StoredFormat format) {
        try {
            format.verify(value);
        } catch (DataFailureException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    /**
     * A repository that keeps in memory what would be stored: it writes each state as JSON, verifies it, and makes
     * aggregates of that JSON, so that tests with it test the mapping, too.
     *
     * @param events takes the aggregates' events over
     * @param mapping how the aggregate is stored
     * @param <T> the aggregate
     * @param <ID> identifies it
     * @param <S> its stored state
     * @return an empty repository
     * @throws IllegalArgumentException if the mapping's upcasters have a gap
     */
    public static <T extends AggregateRoot<ID>, ID, S> InMemoryRepository<T, ID, String> inMemory(
            EventSink events, AggregateMapping<T, S> mapping) {
        StoredFormat format = StoredFormat.standard();
        StateFormat<S> states = StateFormat.of(format, mapping);
        return new InMemoryRepository<>(
                events,
                aggregate -> {
                    S state = mapping.toState(aggregate);
                    format.verify(state);
                    return states.write(state);
                },
                (json, version) -> mapping.toAggregate(states.read(json), version));
    }
}
