package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.Repository;
import io.neuroglia.data.UnsavedAggregateException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link RepositoryContract} about what a unit of work learns of loaded aggregates, to notice a forgotten save. */
abstract class RepositoryWatching<T extends AggregateRoot<ID>, ID> extends RepositoryStage<T, ID> {

    RepositoryWatching(RepositoryContract<T, ID> contract) {
        super(contract);
    }

    @Test
    void a_loaded_aggregate_that_changes_and_is_not_saved_is_noticed_however_it_was_loaded() throws Exception {
        ID id = stored().id();

        assertNoticed(all -> all.findById(id).orElseThrow());
        assertNoticed(all -> all.findByIds(List.of(id)).getFirst());
        assertNoticed(all -> all.findAll().getFirst());
        assertNoticed(all -> {
            try (Stream<T> stream = all.stream()) {
                return stream.findFirst().orElseThrow();
            }
        });
    }

    @Test
    void an_aggregate_that_changes_after_it_was_stored_is_noticed() throws Exception {
        T added = made();
        T saved = stored();

        assertNoticed(all -> {
            all.add(added);
            return added;
        });
        assertNoticed(all -> {
            all.save(saved);
            return saved;
        });
    }

    @Test
    void an_aggregate_that_is_stored_after_its_change_is_in_order() throws Exception {
        ID id = stored().id();

        checked(all -> {
            T found = changed(all.findById(id).orElseThrow());
            all.save(found);
            return found;
        });
        checked(all -> {
            T found = changed(all.findById(id).orElseThrow());
            all.remove(found);
            return found;
        });

        assertThat(find(id)).isEmpty();
    }

    @Test
    void an_aggregate_that_is_only_read_is_in_order() throws Exception {
        ID id = stored().id();

        checked(all -> {
            all.findAll();
            return all.findById(id).orElseThrow();
        });
    }

    @Test
    void the_state_that_is_told_is_that_of_the_aggregate() throws Exception {
        ID id = stored().id();

        read(all -> {
            T found = all.findById(id).orElseThrow();
            Object before = lastState();
            assertThat(lastState())
                    .as("asked for again")
                    .usingRecursiveComparison()
                    .isEqualTo(before);
            changed(found);
            return assertThat(lastState()).usingRecursiveComparison().isNotEqualTo(before);
        });
    }

    private void assertNoticed(Function<Repository<T, ID>, T> load) {
        assertThatThrownBy(() -> checked(all -> changed(load.apply(all))))
                .isInstanceOf(UnsavedAggregateException.class)
                .hasMessageContaining("save")
                .hasMessageContaining("discardChanges");
    }
}
