package io.neuroglia.data;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps aggregates of one type. Thread-safe. Changes belong to the unit of work that is open; the aggregates' pending
 * events are stored with them and cleared from them. If the unit rolls back, the aggregates it stored have their former
 * versions and their pending events again.
 *
 * @param <T> the aggregate
 * @param <ID> identifies it
 * @since 0.1
 */
public interface Repository<T extends AggregateRoot<ID>, ID> {
    /**
     * The aggregate with an id.
     *
     * @param id identifies it
     * @return a new object each time, or empty
     */
    Optional<T> findById(ID id);

    /**
     * The aggregates with these ids, read at once.
     *
     * @param ids identify them; repeated ones count once
     * @return those that exist, ordered by the text of their ids
     */
    List<T> findByIds(Collection<? extends ID> ids);

    /**
     * All aggregates. For small sets only, such as a menu.
     *
     * @return ordered by the text of their ids
     */
    List<T> findAll();

    /**
     * All aggregates one after the other, for sets too large for memory: each is made when the stream comes to it. Close
     * the stream, best by try-with-resources; one that is read to its end closes itself. One that is opened in a unit of
     * work is read before the unit ends, and aggregates may be stored meanwhile; one that is opened outside of a unit may
     * be read later and by another thread.
     *
     * <pre>{@code
     * try (Stream<Order> all = orders.stream()) {
     *     return all.filter(Order::isLate).count();
     * }
     * }</pre>
     *
     * @return in no particular order; for one thread at a time
     */
    Stream<T> stream();

    /**
     * The same repository, except that searches for several aggregates pass over those that cannot be read, and report
     * them. As it is, such searches fail with the {@link UnreadableAggregateException} of the first one. A search for a
     * single aggregate fails in either case.
     *
     * <pre>{@code
     * List<UnreadableAggregateException> unreadable = new ArrayList<>();
     * List<Order> readable = orders.skippingUnreadable(unreadable::add).findAll();
     * }</pre>
     *
     * @param report is given each aggregate that is passed over; what it throws ends the search
     * @return a view of this repository; this repository itself, if all it keeps can be read
     */
    default Repository<T, ID> skippingUnreadable(Consumer<UnreadableAggregateException> report) {
        Objects.requireNonNull(report, "report");
        return this;
    }

    /**
     * Stores a new aggregate.
     *
     * @param aggregate never stored before
     * @throws DuplicateAggregateException if one with its id exists
     * @throws IllegalStateException if no unit of work is open
     */
    void add(T aggregate);

    /**
     * Stores a changed aggregate.
     *
     * @param aggregate loaded from this repository, or added to it
     * @throws VersionConflictException if somebody else stored or removed it since, or it was never stored
     * @throws IllegalStateException if no unit of work is open
     */
    void save(T aggregate);

    /**
     * Removes an aggregate; its pending events are stored all the same.
     *
     * @param aggregate loaded from this repository, or added to it
     * @throws VersionConflictException if somebody else stored or removed it since
     * @throws IllegalStateException if no unit of work is open
     */
    void remove(T aggregate);
}
