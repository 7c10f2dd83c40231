package io.neuroglia.data;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps aggregates of one type. Thread-safe. Changes belong to the unit of work that is open; the aggregates' pending
 * events are stored with them and cleared from them.
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
