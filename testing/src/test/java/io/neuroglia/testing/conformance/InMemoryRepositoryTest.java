package io.neuroglia.testing.conformance;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.InMemoryRepository;
import io.neuroglia.data.Repository;

class InMemoryRepositoryTest extends AnyAggregateContract {

    @Override
    protected Repository<Parcel, Parcel.Id> repository(EventSink events) {
        return new InMemoryRepository<>(events, Parcel::state, Parcel::new);
    }
}
