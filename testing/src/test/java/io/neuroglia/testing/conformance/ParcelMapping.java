package io.neuroglia.testing.conformance;

import io.neuroglia.data.AggregateMapping;

/** The state of a parcel is stored as it is. */
final class ParcelMapping implements AggregateMapping<Parcel, Parcel.State> {

    @Override
    public Class<Parcel> aggregateType() {
        return Parcel.class;
    }

    @Override
    public Class<Parcel.State> stateType() {
        return Parcel.State.class;
    }

    @Override
    public Parcel.State toState(Parcel parcel) {
        return parcel.state();
    }

    @Override
    public Parcel toAggregate(Parcel.State state, long version) {
        return new Parcel(state, version);
    }
}
