package io.neuroglia.testing.conformance;

import io.neuroglia.data.AggregateMapping;
import io.neuroglia.data.Upcaster;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The state of a lamp, which once was only on or off. */
final class LampMapping implements AggregateMapping<Lamp, LampMapping.State> {

    @Override
    public Class<Lamp> aggregateType() {
        return Lamp.class;
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public State toState(Lamp lamp) {
        return new State(lamp.id(), lamp.brightness());
    }

    @Override
    public Lamp toAggregate(State state, long version) {
        return new Lamp(state, version);
    }

    @Override
    public int stateVersion() {
        return 2;
    }

    @Override
    public Map<Integer, Upcaster> upcasters() {
        return Map.of(1, json -> {
            ObjectNode lamp = (ObjectNode) json;
            boolean lit = lamp.remove("lit").booleanValue();
            return lamp.put("brightness", lit ? 100 : 0);
        });
    }

    record State(String id, int brightness) {}
}
