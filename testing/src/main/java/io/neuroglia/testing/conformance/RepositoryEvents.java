package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.DuplicateAggregateException;
import io.neuroglia.data.VersionConflictException;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import io.neuroglia.testing.RecordingEvents.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link RepositoryContract} about the events of aggregates: each handed over once, and only if stored. */
abstract class RepositoryEvents<T extends AggregateRoot<ID>, ID> extends RepositoryStage<T, ID> {

    RepositoryEvents(RepositoryContract<T, ID> contract) {
        super(contract);
    }

    @Test
    void events_of_an_added_aggregate_are_handed_over_in_order_and_cleared() throws Exception {
        T aggregate = madeAndChanged();
        List<DomainEvent> raised = aggregate.pendingEvents();

        add(aggregate);

        assertHandedOver(aggregate, 1, raised);
        assertThat(aggregate.pendingEvents()).isEmpty();
    }

    @Test
    void events_of_a_loaded_aggregate_are_handed_over_in_order_and_cleared() throws Exception {
        T aggregate = changed(foundWithoutEvents(stored()));
        List<DomainEvent> raised = aggregate.pendingEvents();

        save(aggregate);

        assertHandedOver(aggregate, 2, raised);
        assertThat(aggregate.pendingEvents()).isEmpty();
    }

    @Test
    void events_of_an_aggregate_that_was_just_added_are_handed_over_when_it_is_saved() throws Exception {
        T aggregate = stored();
        events.clear();
        List<DomainEvent> raised = changed(aggregate).pendingEvents();

        save(aggregate);

        assertHandedOver(aggregate, 2, raised);
    }

    @Test
    void events_of_a_removed_aggregate_are_handed_over_in_order_and_cleared() throws Exception {
        T aggregate = changed(foundWithoutEvents(stored()));
        List<DomainEvent> raised = aggregate.pendingEvents();

        remove(aggregate);

        assertThat(events.all()).containsExactlyElementsOf(raised);
        assertThat(aggregate.pendingEvents()).isEmpty();
    }

    @Test
    void events_are_handed_over_once_however_often_the_aggregate_is_stored() throws Exception {
        T aggregate = madeAndChanged();
        List<DomainEvent> raised = aggregate.pendingEvents();
        add(aggregate);

        save(aggregate);
        save(found(aggregate.id()));
        remove(found(aggregate.id()));

        assertThat(events.all()).containsExactlyElementsOf(raised);
    }

    @Test
    void finding_hands_over_nothing() throws Exception {
        T aggregate = foundWithoutEvents(stored());

        findAll();
        findByIds(List.of(aggregate.id()));

        assertThat(events.all()).isEmpty();
    }

    @Test
    void events_of_what_could_not_be_stored_are_kept_and_not_handed_over() throws Exception {
        T stored = stored();
        T duplicate = changed(found(stored.id()));
        T stale = changed(found(stored.id()));
        List<DomainEvent> raised = stale.pendingEvents();
        save(stored);
        events.clear();

        assertThatThrownBy(() -> add(duplicate)).isInstanceOf(DuplicateAggregateException.class);
        assertThatThrownBy(() -> save(stale)).isInstanceOf(VersionConflictException.class);
        assertThatThrownBy(() -> remove(stale)).isInstanceOf(VersionConflictException.class);

        assertThat(events.all()).isEmpty();
        assertThat(duplicate.pendingEvents()).isNotEmpty();
        assertThat(stale.pendingEvents()).isEqualTo(raised);
    }

    @Test
    void what_the_sink_refuses_is_not_stored() throws Exception {
        T stored = stored();
        T changed = changed(found(stored.id()));
        T added = madeAndChanged();
        IllegalStateException refusal = new IllegalStateException("no unit of work is open");
        sink = (key, version, raised) -> {
            throw refusal;
        };

        assertThatThrownBy(() -> save(changed)).isSameAs(refusal);
        assertThatThrownBy(() -> remove(changed)).isSameAs(refusal);
        assertThatThrownBy(() -> add(added)).isSameAs(refusal);

        assertSameState(found(stored.id()), stored);
        assertThat(find(added.id())).isEmpty();
        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.pendingEvents()).isNotEmpty();
        assertThat(added.version()).isZero();
        assertThat(added.pendingEvents()).isNotEmpty();
    }

    private T foundWithoutEvents(T stored) throws Exception {
        events.clear();
        T found = found(stored.id());
        assertThat(found.pendingEvents()).isEmpty();
        return found;
    }

    private void assertHandedOver(T aggregate, long version, List<DomainEvent> raised) {
        String key = LogicalNames.of(aggregate.getClass()) + "/" + aggregate.id();
        assertThat(events.recorded())
                .containsExactlyElementsOf(raised.stream()
                        .map(event -> new Recorded(key, version, event))
                        .toList());
    }
}
