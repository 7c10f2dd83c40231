package io.neuroglia.testing.conformance;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.testing.StoredForms;

class StoredInMemoryRepositoryTest extends AnyAggregateContract {

    @Override
    protected Repository<Parcel, Parcel.Id> repository(EventSink events) {
        return StoredForms.inMemory(events, new ParcelMapping());
    }
}
