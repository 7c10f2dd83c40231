package io.neuroglia.chaos.node;

import io.neuroglia.data.AggregateMapping;
import io.neuroglia.data.AggregateRoot;

/** Counts its steps. */
final class Tally extends AggregateRoot<String> {
    private long steps;

    Tally(String id) {
        super(id);
    }

    private Tally(State state, long version) {
        super(state.id(), version);
        this.steps = state.steps();
    }

    void step(String command, int times) {
        for (int ordinal = 0; ordinal < times; ordinal++) {
            steps++;
            raiseEvent(new Stepped(command + "/" + id() + "/" + ordinal, id(), version() + 1, ordinal));
        }
    }

    /**
     * What is stored.
     *
     * @param id the key
     * @param steps how many
     */
    record State(String id, long steps) {}

    static final class Mapping implements AggregateMapping<Tally, State> {
        @Override
        public Class<Tally> aggregateType() {
            return Tally.class;
        }

        @Override
        public Class<State> stateType() {
            return State.class;
        }

        @Override
        public State toState(Tally tally) {
            return new State(tally.id(), tally.steps);
        }

        @Override
        public Tally toAggregate(State state, long version) {
            return new Tally(state, version);
        }
    }
}
