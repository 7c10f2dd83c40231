package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.DuplicateAggregateException;
import io.neuroglia.data.VersionConflictException;
import org.junit.jupiter.api.Test;

/** The part of {@link RepositoryContract} about adding, saving and removing by one writer at a time. */
abstract class RepositoryStoring<T extends AggregateRoot<ID>, ID> extends RepositoryStage<T, ID> {

    RepositoryStoring(RepositoryContract<T, ID> contract) {
        super(contract);
    }

    @Test
    void an_added_aggregate_has_the_first_version() throws Exception {
        T aggregate = made();
        assertThat(aggregate.version()).isZero();

        add(aggregate);

        assertThat(aggregate.version()).isEqualTo(1);
        assertThat(found(aggregate.id()).version()).isEqualTo(1);
    }

    @Test
    void an_id_that_exists_cannot_be_added() throws Exception {
        T stored = stored();
        T copy = changed(found(stored.id()));

        assertThatThrownBy(() -> add(copy))
                .isInstanceOf(DuplicateAggregateException.class)
                .hasMessageContaining(stored.id().toString());

        assertThat(copy.version()).isEqualTo(1);
        assertThat(copy.pendingEvents()).isNotEmpty();
        assertThat(found(stored.id()).version()).isEqualTo(1);
        assertSameState(found(stored.id()), stored);
    }

    @Test
    void a_saved_change_is_found_at_the_next_version() throws Exception {
        T aggregate = changed(found(stored().id()));

        save(aggregate);

        assertThat(aggregate.version()).isEqualTo(2);
        T found = found(aggregate.id());
        assertThat(found.version()).isEqualTo(2);
        assertSameState(found, aggregate);
    }

    @Test
    void an_aggregate_is_saved_again_and_again() throws Exception {
        T aggregate = stored();
        save(aggregate);
        changed(aggregate);

        save(aggregate);
        save(found(aggregate.id()));

        T found = found(aggregate.id());
        assertThat(found.version()).isEqualTo(4);
        assertSameState(found, aggregate);
    }

    @Test
    void what_was_never_added_cannot_be_saved_or_removed() throws Exception {
        T aggregate = madeAndChanged();

        assertThatThrownBy(() -> save(aggregate))
                .isInstanceOf(VersionConflictException.class)
                .hasMessageContaining("add()");
        assertThatThrownBy(() -> remove(aggregate)).isInstanceOf(VersionConflictException.class);

        assertThat(aggregate.version()).isZero();
        assertThat(aggregate.pendingEvents()).isNotEmpty();
        assertThat(find(aggregate.id())).isEmpty();
    }

    @Test
    void a_removed_aggregate_is_gone_and_the_others_stay() throws Exception {
        T aggregate = stored();
        T other = stored();

        remove(found(aggregate.id()));

        assertThat(find(aggregate.id())).isEmpty();
        assertThat(findAll()).extracting(AggregateRoot::id).containsExactly(other.id());
    }

    @Test
    void an_aggregate_is_removed_once() throws Exception {
        T aggregate = stored();
        T copy = found(aggregate.id());
        remove(aggregate);

        assertThatThrownBy(() -> remove(copy)).isInstanceOf(VersionConflictException.class);
        assertThatThrownBy(() -> save(copy)).isInstanceOf(VersionConflictException.class);
        assertThatThrownBy(() -> save(aggregate)).isInstanceOf(VersionConflictException.class);
        assertThat(find(aggregate.id())).isEmpty();
    }

    @Test
    void changes_of_several_aggregates_in_one_unit_of_work_are_all_found() throws Exception {
        T saved = changed(stored());
        T removed = stored();
        T added = made();

        read(all -> {
            all.save(saved);
            all.remove(removed);
            all.add(added);
            return true;
        });

        assertSameState(found(saved.id()), saved);
        assertThat(find(removed.id())).isEmpty();
        assertThat(find(added.id())).isPresent();
    }
}
