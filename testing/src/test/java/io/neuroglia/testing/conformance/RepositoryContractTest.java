package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.testing.conformance.RepositoryFlaw.Spoilable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That {@link InMemoryRepositoryTest} passes says something only if these here do not. */
class RepositoryContractTest {

    @ParameterizedTest
    @EnumSource
    void a_flaw_is_noticed(RepositoryFlaw flaw) {
        Suite suite = Suite.run(OfAFlawedRepository.class, flaw);

        assertThat(suite.failed()).contains(flaw.noticedBy());
        assertThat(suite.passed()).contains("an_empty_repository_has_nothing");
    }

    @ExtendWith(FlawParameter.class)
    static class OfAFlawedRepository extends AnyAggregateContract {
        private final RepositoryFlaw flaw;
        private @Nullable Repository<Parcel, Parcel.Id> repository;

        OfAFlawedRepository(RepositoryFlaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected Repository<Parcel, Parcel.Id> repository(EventSink events) {
            repository = flaw.repository(events);
            return repository;
        }

        @Override
        protected boolean makeUnreadable(Parcel.Id id) {
            return repository instanceof Spoilable spoilable && spoilable.spoiled.add(id);
        }
    }
}
