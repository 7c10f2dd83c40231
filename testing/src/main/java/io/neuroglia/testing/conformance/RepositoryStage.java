package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.data.UnsavedAggregates;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.testing.RecordingEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A repository over empty storage and what one does with it, each step in a unit of work of its own. */
abstract class RepositoryStage<T extends AggregateRoot<ID>, ID> {
    final RecordingEvents events = new RecordingEvents();

    /** Takes the repository's events over; a test may put another in its place. */
    EventSink sink = events;

    private final RepositoryContract<T, ID> contract;

    @SuppressWarnings("ThreadLocalUsage") // of one test; each unit of work has a thread
    private final ThreadLocal<List<Runnable>> undoing = ThreadLocal.withInitial(ArrayList::new);

    @SuppressWarnings("ThreadLocalUsage") // as above
    private final ThreadLocal<UnsavedAggregates> unsaved = ThreadLocal.withInitial(UnsavedAggregates::new);

    private Supplier<?> lastState = () -> "nothing was watched";
    private Repository<T, ID> repository;

    RepositoryStage(RepositoryContract<T, ID> contract) {
        this.contract = contract;
    }

    @BeforeEach
    void make_the_repository() throws Exception {
        repository = contract.repository(new EventSink() {
            @Override
            public void accept(String key, long version, List<DomainEvent> raised) {
                sink.accept(key, version, raised);
            }

            @Override
            public void onRollback(Runnable undo) {
                undoing.get().add(undo);
            }

            @Override
            public void watch(AggregateRoot<?> aggregate, Supplier<?> state) {
                unsaved.get().watch(aggregate);
                lastState = state;
            }
        });
    }

    @AfterEach
    void give_the_repository_back() throws Exception {
        contract.close(repository);
    }

    T made() {
        return contract.newAggregate();
    }

    T madeAndChanged() {
        return changed(made());
    }

    T stored() throws Exception {
        T aggregate = made();
        add(aggregate);
        return aggregate;
    }

    T changed(T aggregate) {
        contract.change(aggregate);
        assertThat(aggregate.pendingEvents()).as("events that change(T) raises").isNotEmpty();
        return aggregate;
    }

    Optional<T> find(ID id) throws Exception {
        return read(all -> all.findById(id));
    }

    T found(ID id) throws Exception {
        return find(id).orElseThrow(() -> new AssertionError("There is no aggregate with id " + id));
    }

    List<T> findAll() throws Exception {
        return read(all -> all.findAll());
    }

    List<T> findByIds(Collection<ID> ids) throws Exception {
        return read(all -> all.findByIds(ids));
    }

    <V> V read(Function<Repository<T, ID>, V> query) throws Exception {
        return unit(() -> query.apply(repository));
    }

    /** A step in one unit of work that refuses to end if something changed and was not saved, as real ones do. */
    T checked(Function<Repository<T, ID>, T> step) throws Exception {
        return unit(() -> {
            T aggregate = step.apply(repository);
            unsaved.get().requireNone();
            return aggregate;
        });
    }

    /** Of the aggregate that the repository named last. */
    Object lastState() {
        return lastState.get();
    }

    /** Steps in one unit of work, which then fails. */
    void rolledBack(Consumer<Repository<T, ID>> steps) {
        IllegalStateException failure = new IllegalStateException("to be rolled back");
        assertThatThrownBy(() -> unit(() -> {
                    steps.accept(repository);
                    throw failure;
                }))
                .isSameAs(failure);
    }

    void add(T aggregate) throws Exception {
        change(all -> all.add(aggregate));
    }

    void save(T aggregate) throws Exception {
        change(all -> all.save(aggregate));
    }

    void remove(T aggregate) throws Exception {
        change(all -> all.remove(aggregate));
    }

    boolean makeUnreadable(ID id) throws Exception {
        return contract.makeUnreadable(id);
    }

    long roundTrips() {
        return contract.roundTrips();
    }

    private void change(Consumer<Repository<T, ID>> step) throws Exception {
        unit(() -> {
            step.accept(repository);
            return true;
        });
    }

    /** As a unit of work does, has undone what the database does not undo. */
    private <V> V unit(Callable<V> work) throws Exception {
        undoing.get().clear();
        unsaved.remove();
        try {
            return contract.inUnitOfWork(work);
        } catch (Exception failure) {
            undoing.get().reversed().forEach(Runnable::run);
            throw failure;
        }
    }

    /** Field by field; what is only noted beside the state may differ. */
    static void assertSameState(AggregateRoot<?> actual, AggregateRoot<?> expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("version", "pendingEvents")
                .isEqualTo(expected);
    }
}
