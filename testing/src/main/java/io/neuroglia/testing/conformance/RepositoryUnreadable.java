package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.Repository;
import io.neuroglia.data.UnreadableAggregateException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The part of {@link RepositoryContract} about a stored aggregate that cannot be read, among others that can. */
abstract class RepositoryUnreadable<T extends AggregateRoot<ID>, ID> extends RepositoryStage<T, ID> {
    private final List<T> readable = new ArrayList<>();
    private ID spoiled;

    RepositoryUnreadable(RepositoryContract<T, ID> contract) {
        super(contract);
    }

    @BeforeEach
    void store_some_and_spoil_one() throws Exception {
        readable.add(stored());
        spoiled = stored().id();
        readable.add(stored());
        assumeTrue(makeUnreadable(spoiled), "nothing that the repository keeps can become unreadable");
    }

    @Test
    void an_unreadable_aggregate_is_named_with_its_place_and_its_id() {
        assertNamesTheSpoiledOne(() -> find(spoiled));
    }

    @Test
    void a_readable_aggregate_is_found_beside_an_unreadable_one() throws Exception {
        T first = readable.getFirst();

        assertSameState(found(first.id()), first);
        assertThat(findByIds(List.of(first.id()))).hasSize(1);
    }

    @Test
    void a_search_for_many_fails_at_an_unreadable_one_and_names_it() {
        assertNamesTheSpoiledOne(this::findAll);
        assertNamesTheSpoiledOne(() -> findByIds(List.of(readable.getFirst().id(), spoiled)));
        assertNamesTheSpoiledOne(() -> read(all -> {
            try (Stream<T> stream = all.stream()) {
                return stream.toList();
            }
        }));
    }

    @Test
    void a_search_goes_on_with_the_readable_ones_if_the_others_are_reported() throws Exception {
        assertPassesOverTheSpoiledOne(Repository::findAll);
        assertPassesOverTheSpoiledOne(all -> all.findByIds(
                List.of(spoiled, readable.getFirst().id(), readable.getLast().id())));
        assertPassesOverTheSpoiledOne(all -> {
            try (Stream<T> stream = all.stream()) {
                return stream.toList();
            }
        });
    }

    @Test
    void a_search_for_the_unreadable_one_alone_fails_all_the_same() {
        assertNamesTheSpoiledOne(
                () -> read(all -> all.skippingUnreadable(ignored -> {}).findById(spoiled)));
    }

    @Test
    void what_a_report_throws_ends_the_search() {
        IllegalStateException enough = new IllegalStateException("enough");

        assertThatThrownBy(() -> read(all -> all.skippingUnreadable(failure -> {
                            throw enough;
                        })
                        .findAll()))
                .isSameAs(enough);
    }

    @Test
    void what_is_found_beside_an_unreadable_one_can_be_saved() throws Exception {
        T found = changed(found(readable.getFirst().id()));

        read(all -> {
            all.skippingUnreadable(ignored -> {}).save(found);
            return true;
        });

        assertThat(found(found.id()).version()).isEqualTo(2);
    }

    private void assertNamesTheSpoiledOne(ThrowingCallable search) {
        assertThatThrownBy(search)
                .isInstanceOfSatisfying(UnreadableAggregateException.class, this::assertNamesTheSpoiledOne);
    }

    private void assertNamesTheSpoiledOne(UnreadableAggregateException failure) {
        assertThat(failure.id()).isEqualTo(spoiled.toString());
        assertThat(failure.place()).isNotBlank();
        assertThat(failure).hasMessageContaining(failure.id()).hasMessageContaining(failure.place());
        assertThat(failure.getCause()).isNotNull();
    }

    private void assertPassesOverTheSpoiledOne(Function<Repository<T, ID>, List<T>> search) throws Exception {
        List<UnreadableAggregateException> reported = new ArrayList<>();

        List<T> found = read(all -> search.apply(all.skippingUnreadable(reported::add)));

        assertThat(found)
                .extracting(AggregateRoot::id)
                .containsExactlyInAnyOrderElementsOf(
                        readable.stream().map(AggregateRoot::id).toList());
        assertThat(reported).hasSize(1).allSatisfy(this::assertNamesTheSpoiledOne);
    }
}
