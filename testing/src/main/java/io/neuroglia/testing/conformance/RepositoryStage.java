package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.testing.RecordingEvents;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** A repository over empty storage and what one does with it, each step in a unit of work of its own. */
abstract class RepositoryStage<T extends AggregateRoot<ID>, ID> {
    final RecordingEvents events = new RecordingEvents();

    /** Takes the repository's events over; a test may put another in its place. */
    EventSink sink = events;

    private final RepositoryContract<T, ID> contract;
    private Repository<T, ID> repository;

    RepositoryStage(RepositoryContract<T, ID> contract) {
        this.contract = contract;
    }

    @BeforeEach
    void make_the_repository() throws Exception {
        repository = contract.repository((key, version, raised) -> sink.accept(key, version, raised));
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
        return contract.inUnitOfWork(() -> query.apply(repository));
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

    private void change(Consumer<Repository<T, ID>> step) throws Exception {
        contract.inUnitOfWork(() -> {
            step.accept(repository);
            return true;
        });
    }

    /** Field by field; what is only noted beside the state may differ. */
    static void assertSameState(AggregateRoot<?> actual, AggregateRoot<?> expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("version", "pendingEvents")
                .isEqualTo(expected);
    }
}
