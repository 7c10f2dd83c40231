package io.neuroglia.data;

import io.neuroglia.message.DomainEvent;
import java.util.List;
import java.util.Objects;

/**
 * An object that guards its own rules and is stored and changed as a whole. It tells what happened by raising events,
 * which are stored in the transaction that stores the aggregate. Not thread-safe: each unit of work loads its own.
 *
 * @param <ID> identifies the aggregate; its {@code toString} is the stored key
 * @since 0.1
 */
public abstract class AggregateRoot<ID> {
    private final ID id;
    private long version;
    private final PendingEvents pendingEvents = new PendingEvents();

    /**
     * A new aggregate, not stored yet.
     *
     * @param id identifies it
     */
    protected AggregateRoot(ID id) {
        this(id, 0);
    }

    /**
     * An aggregate as it was stored.
     *
     * @param id identifies it
     * @param version how often it was stored, 0 for never
     */
    protected AggregateRoot(ID id, long version) {
        this.id = Objects.requireNonNull(id, "id");
        this.version = version;
    }

    /**
     * Identifies the aggregate.
     *
     * @return the id
     */
    public final ID id() {
        return id;
    }

    /**
     * How often the aggregate was stored. A repository refuses to store one whose version is not the stored one.
     *
     * @return 0 for a new aggregate
     */
    public final long version() {
        return version;
    }

    /**
     * Notes that something happened, to be stored with the aggregate and delivered after the commit.
     *
     * @param event what happened
     */
    protected final void raiseEvent(DomainEvent event) {
        pendingEvents.add(this, Objects.requireNonNull(event, "event"));
    }

    /**
     * What happened since the aggregate was loaded or stored.
     *
     * @return a copy, in the order raised
     */
    public final List<DomainEvent> pendingEvents() {
        return pendingEvents.all();
    }

    /**
     * Says that what was changed in this object is not to be stored, as after a trial: its pending events are dropped, and
     * the unit of work that loaded it commits without it. The object keeps its changed state; do not store it later.
     */
    public final void discardChanges() {
        pendingEvents.discard(this);
    }

    /**
     * For repositories: the aggregate is stored at a version, and its events with it.
     *
     * @param storedVersion the version now stored
     * @return takes this back, when what was stored is rolled back: the aggregate has its former version again, and the
     *     events are pending again, before those raised since
     */
    public final Runnable stored(long storedVersion) {
        long formerVersion = version;
        Runnable pendingAgain = pendingEvents.stored(this);
        version = storedVersion;
        return () -> {
            version = formerVersion;
            pendingAgain.run();
        };
    }

    final void watchedBy(UnsavedAggregates unit) {
        pendingEvents.watchedBy(unit);
    }
}
