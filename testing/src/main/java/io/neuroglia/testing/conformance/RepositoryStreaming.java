package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.AggregateRoot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link RepositoryContract} about reading all aggregates one after the other. */
abstract class RepositoryStreaming<T extends AggregateRoot<ID>, ID> extends RepositoryStage<T, ID> {
    /** More than a storage fetches at once. */
    private static final int MANY = 1_111;

    RepositoryStreaming(RepositoryContract<T, ID> contract) {
        super(contract);
    }

    @Test
    void a_stream_has_all_aggregates_each_once_as_they_were_stored() throws Exception {
        List<T> stored = storedMany();

        List<T> streamed = read(all -> {
            try (Stream<T> stream = all.stream()) {
                return stream.toList();
            }
        });

        assertThat(streamed).extracting(AggregateRoot::id).doesNotHaveDuplicates();
        assertThat(ids(streamed)).isEqualTo(ids(stored));
        T first = streamed.getFirst();
        assertThat(first.version()).isEqualTo(1);
        assertSameState(first, found(first.id()));
    }

    @Test
    void an_empty_repository_has_an_empty_stream() throws Exception {
        long count = read(all -> all.stream().count());

        assertThat(count).isZero();
    }

    @Test
    void a_stream_is_left_early() throws Exception {
        Set<ID> stored = ids(storedMany());

        List<T> some = read(all -> {
            try (Stream<T> stream = all.stream()) {
                return stream.limit(3).toList();
            }
        });

        assertThat(some).hasSize(3).allMatch(aggregate -> stored.contains(aggregate.id()));
        assertThat(find(some.getFirst().id())).isPresent();
    }

    @Test
    void aggregates_are_stored_while_they_are_streamed() throws Exception {
        storedMany();

        read(all -> {
            try (Stream<T> stream = all.stream()) {
                stream.forEach(aggregate -> all.save(changed(aggregate)));
            }
            return true;
        });

        assertThat(findAll()).hasSize(MANY).allMatch(aggregate -> aggregate.version() == 2);
    }

    @Test
    void two_streams_are_read_in_turn() throws Exception {
        storedMany();

        List<ID> both = read(all -> {
            try (Stream<T> one = all.stream();
                    Stream<T> other = all.stream()) {
                List<ID> ids = new ArrayList<>();
                Iterator<T> others = other.iterator();
                one.forEach(aggregate ->
                        Collections.addAll(ids, aggregate.id(), others.next().id()));
                return ids;
            }
        });

        assertThat(both).hasSize(2 * MANY);
        assertThat(new HashSet<>(both)).hasSize(MANY);
    }

    @Test
    void what_the_caller_has_to_close_is_closed_with_the_stream() throws Exception {
        stored();
        AtomicBoolean closed = new AtomicBoolean();

        read(all -> {
            Stream<T> stream = all.stream().onClose(() -> closed.set(true));
            stream.close();
            stream.close();
            return true;
        });

        assertThat(closed).isTrue();
        assertThat(findAll()).hasSize(1);
    }

    private List<T> storedMany() throws Exception {
        List<T> many = IntStream.range(0, MANY).mapToObj(i -> made()).toList();
        read(all -> {
            many.forEach(all::add);
            return true;
        });
        return many;
    }

    private Set<ID> ids(List<T> aggregates) {
        Set<ID> ids = new HashSet<>();
        aggregates.forEach(aggregate -> ids.add(aggregate.id()));
        return ids;
    }
}
