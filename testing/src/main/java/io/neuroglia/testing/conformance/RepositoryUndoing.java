package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.testing.RecordingEvents.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link RepositoryContract} about units of work that roll back: nothing tells that they ever were. */
abstract class RepositoryUndoing<T extends AggregateRoot<ID>, ID> extends RepositoryStage<T, ID> {

    RepositoryUndoing(RepositoryContract<T, ID> contract) {
        super(contract);
    }

    @Test
    void what_is_rolled_back_is_not_stored() throws Exception {
        T saved = stored();
        T untouched = found(saved.id());
        T removed = stored();
        T added = made();

        rolledBack(all -> {
            all.save(changed(saved));
            all.remove(removed);
            all.add(added);
        });

        assertSameState(found(saved.id()), untouched);
        assertThat(found(saved.id()).version()).isEqualTo(1);
        assertThat(find(removed.id())).isPresent();
        assertThat(find(added.id())).isEmpty();
    }

    @Test
    void several_changes_of_one_aggregate_are_all_rolled_back() throws Exception {
        T stored = stored();
        T untouched = found(stored.id());
        T added = made();

        rolledBack(all -> {
            all.save(changed(stored));
            all.save(stored);
            all.remove(stored);
            all.add(added);
            all.save(added);
            all.remove(added);
        });

        assertSameState(found(stored.id()), untouched);
        assertThat(found(stored.id()).version()).isEqualTo(1);
        assertThat(stored.version()).isEqualTo(1);
        assertThat(find(added.id())).isEmpty();
        assertThat(added.version()).isZero();
    }

    @Test
    void an_aggregate_has_its_version_and_its_events_back() throws Exception {
        T saved = changed(found(stored().id()));
        T removed = changed(found(stored().id()));
        T added = madeAndChanged();
        List<DomainEvent> raised = saved.pendingEvents();
        int raisedByAdded = added.pendingEvents().size();

        rolledBack(all -> {
            all.save(saved);
            all.remove(removed);
            all.add(added);
        });

        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.pendingEvents()).isEqualTo(raised);
        assertThat(removed.version()).isEqualTo(1);
        assertThat(removed.pendingEvents()).isNotEmpty();
        assertThat(added.version()).isZero();
        assertThat(added.pendingEvents()).hasSize(raisedByAdded);
    }

    @Test
    void events_raised_after_the_aggregate_was_stored_stay_too() throws Exception {
        T aggregate = found(stored().id());
        List<DomainEvent> raised = new ArrayList<>();

        rolledBack(all -> {
            all.save(aggregate);
            raised.addAll(changed(aggregate).pendingEvents());
        });

        assertThat(aggregate.pendingEvents()).isEqualTo(raised);
        assertThat(aggregate.version()).isEqualTo(1);
    }

    @Test
    void what_was_rolled_back_is_stored_at_a_second_attempt() throws Exception {
        T aggregate = changed(found(stored().id()));
        List<DomainEvent> raised = aggregate.pendingEvents();
        rolledBack(all -> all.save(aggregate));
        events.clear();

        save(aggregate);

        assertThat(aggregate.version()).isEqualTo(2);
        assertSameState(found(aggregate.id()), aggregate);
        assertThat(events.recorded()).hasSameSizeAs(raised).allMatch(recorded -> recorded.version() == 2);
        assertThat(events.recorded()).extracting(Recorded::event).isEqualTo(raised);
    }
}
