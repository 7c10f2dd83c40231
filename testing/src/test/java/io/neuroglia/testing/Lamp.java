package io.neuroglia.testing;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.testing.conformance.UnitOfWorkContract.Happened;

/** An aggregate that raises an event. */
final class Lamp extends AggregateRoot<String> {

    Lamp(String id, long version) {
        super(id, version);
    }

    Lamp lit() {
        raiseEvent(new Happened("lit " + id()));
        return this;
    }
}
