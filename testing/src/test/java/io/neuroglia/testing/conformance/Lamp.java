package io.neuroglia.testing.conformance;

import io.neuroglia.data.AggregateRoot;

/** An aggregate whose stored form has changed. */
final class Lamp extends AggregateRoot<String> {
    private final int brightness;

    Lamp(LampMapping.State state, long version) {
        super(state.id(), version);
        this.brightness = state.brightness();
    }

    int brightness() {
        return brightness;
    }
}
