package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.DuplicateAggregateException;
import io.neuroglia.data.VersionConflictException;
import io.neuroglia.data.WriteConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link RepositoryContract} about several writers of one aggregate. */
abstract class RepositoryCompetition<T extends AggregateRoot<ID>, ID> extends RepositoryStage<T, ID> {
    private static final int WRITERS = 8;

    RepositoryCompetition(RepositoryContract<T, ID> contract) {
        super(contract);
    }

    @Test
    void of_two_that_loaded_one_version_the_first_to_save_wins() throws Exception {
        ID id = stored().id();
        T first = changed(found(id));
        T second = found(id);
        save(first);

        assertThatThrownBy(() -> save(second))
                .isInstanceOf(VersionConflictException.class)
                .hasMessageContaining(id.toString())
                .hasMessageContaining("version 1");

        assertThat(second.version()).isEqualTo(1);
        assertThat(found(id).version()).isEqualTo(2);
        assertSameState(found(id), first);
    }

    @Test
    void an_aggregate_that_another_has_saved_is_not_removed() throws Exception {
        ID id = stored().id();
        T stale = found(id);
        save(found(id));

        assertThatThrownBy(() -> remove(stale)).isInstanceOf(VersionConflictException.class);

        assertThat(stale.version()).isEqualTo(1);
        assertThat(find(id)).isPresent();
    }

    @Test
    void whoever_lost_loads_again_and_wins() throws Exception {
        ID id = stored().id();
        T stale = found(id);
        save(found(id));
        assertThatThrownBy(() -> save(stale)).isInstanceOf(VersionConflictException.class);

        T fresh = changed(found(id));
        save(fresh);

        assertThat(found(id).version()).isEqualTo(3);
        assertSameState(found(id), fresh);
    }

    @Test
    void of_many_that_save_at_the_same_time_one_wins() throws Exception {
        ID id = stored().id();
        List<T> copies = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            copies.add(found(id));
        }

        List<Throwable> refusals = atTheSameTime(copies.stream().map(copy -> (Step) () -> save(copy)));

        assertThat(refusals)
                .hasSize(WRITERS - 1)
                .hasOnlyElementsOfTypes(VersionConflictException.class, WriteConflictException.class);
        assertThat(copies).extracting(AggregateRoot::version).containsOnlyOnce(2L);
        assertThat(found(id).version()).isEqualTo(2);
    }

    @Test
    void of_many_that_add_one_id_at_the_same_time_one_wins() throws Exception {
        T aggregate = stored();
        List<T> copies = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            copies.add(found(aggregate.id()));
        }
        remove(aggregate);

        List<Throwable> refusals = atTheSameTime(copies.stream().map(copy -> (Step) () -> add(copy)));

        assertThat(refusals)
                .hasSize(WRITERS - 1)
                .hasOnlyElementsOfTypes(DuplicateAggregateException.class, WriteConflictException.class);
        assertThat(found(aggregate.id()).version()).isEqualTo(1);
    }

    @Test
    void writers_of_different_aggregates_do_not_hinder_each_other() throws Exception {
        List<T> aggregates = IntStream.range(0, WRITERS).mapToObj(i -> made()).toList();

        List<Throwable> refusals = atTheSameTime(aggregates.stream().map(aggregate -> (Step) () -> {
            add(aggregate);
            save(changed(aggregate));
        }));

        assertThat(refusals).isEmpty();
        assertThat(findAll()).hasSize(WRITERS).allMatch(found -> found.version() == 2);
    }

    /** What the steps threw, each on a thread of its own. */
    private static List<Throwable> atTheSameTime(Stream<Step> steps) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Throwable>> running = steps.map(step -> threads.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return catchThrowable(step::run);
                    }))
                    .toList();
            List<Throwable> thrown = new ArrayList<>();
            for (Future<Throwable> each : running) {
                thrown.add(each.get(30, TimeUnit.SECONDS));
            }
            return thrown.stream().filter(Objects::nonNull).toList();
        }
    }

    /** What one writer does. */
    private interface Step {
        void run() throws Exception;
    }
}
