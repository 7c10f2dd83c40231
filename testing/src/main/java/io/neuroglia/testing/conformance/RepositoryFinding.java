package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.AggregateRoot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The part of {@link RepositoryContract} about looking for aggregates. */
abstract class RepositoryFinding<T extends AggregateRoot<ID>, ID> extends RepositoryStage<T, ID> {

    RepositoryFinding(RepositoryContract<T, ID> contract) {
        super(contract);
    }

    @Test
    void an_aggregate_is_found_as_it_was_added() throws Exception {
        T aggregate = madeAndChanged();
        stored();

        add(aggregate);

        T found = found(aggregate.id());
        assertThat(found.id()).isEqualTo(aggregate.id());
        assertSameState(found, aggregate);
    }

    @Test
    void an_unknown_id_finds_nothing() throws Exception {
        stored();

        assertThat(find(made().id())).isEmpty();
    }

    @Test
    void each_search_gives_a_new_object() throws Exception {
        T aggregate = stored();

        T first = found(aggregate.id());
        T second = found(aggregate.id());

        assertThat(first).isNotSameAs(aggregate).isNotSameAs(second);
        assertThat(findByIds(List.of(aggregate.id())).getFirst())
                .isNotSameAs(aggregate)
                .isNotSameAs(first);
        assertThat(findAll().getFirst()).isNotSameAs(aggregate).isNotSameAs(first);
    }

    @Test
    void a_change_that_is_not_saved_is_not_found() throws Exception {
        T aggregate = stored();
        T untouched = found(aggregate.id());

        changed(aggregate);
        changed(found(aggregate.id()));

        assertSameState(found(aggregate.id()), untouched);
    }

    @Test
    void several_are_found_by_their_ids_each_once_in_the_order_of_their_ids() throws Exception {
        List<T> some = sorted(List.of(stored(), stored(), stored()));
        stored();
        List<ID> ids = some.stream().map(AggregateRoot::id).toList();

        List<T> found = read(
                all -> all.findByIds(List.of(ids.get(2), ids.get(0), made().id(), ids.get(2), ids.get(1), ids.get(0))));

        assertThat(found).extracting(AggregateRoot::id).containsExactlyElementsOf(ids);
        assertSameState(found.getFirst(), some.getFirst());
    }

    @Test
    void many_are_found_in_as_many_round_trips_as_few() throws Exception {
        List<ID> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(stored().id());
        }

        long few = roundTripsOf(() -> findByIds(ids.subList(0, 2)));
        long many = roundTripsOf(() -> findByIds(ids));
        long all = roundTripsOf(this::findAll);

        assertThat(many).isEqualTo(few);
        assertThat(all).isEqualTo(few);
    }

    @Test
    void no_ids_find_nothing() throws Exception {
        stored();

        assertThat(findByIds(List.of())).isEmpty();
    }

    @Test
    void all_are_found_in_the_order_of_their_ids() throws Exception {
        List<T> some = sorted(List.of(stored(), stored(), stored()));

        List<T> found = findAll();

        assertThat(found)
                .extracting(AggregateRoot::id)
                .containsExactlyElementsOf(some.stream().map(AggregateRoot::id).toList());
        assertSameState(found.getLast(), some.getLast());
    }

    @Test
    void an_empty_repository_has_nothing() throws Exception {
        assertThat(findAll()).isEmpty();
    }

    private long roundTripsOf(Callable<List<T>> search) throws Exception {
        long before = roundTrips();
        assertThat(search.call()).isNotEmpty();
        return roundTrips() - before;
    }

    /** By the bytes of the ids' texts, which is the same everywhere, unlike a language's order. */
    private List<T> sorted(List<T> aggregates) {
        Comparator<T> byId = Comparator.comparing(
                aggregate -> aggregate.id().toString().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
        return aggregates.stream().sorted(byId).toList();
    }
}
