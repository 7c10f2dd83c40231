package io.neuroglia.spring.data;

import io.neuroglia.data.AggregateMapping;
import io.neuroglia.data.AggregateRoot;
import io.neuroglia.message.DomainEvent;

/** An aggregate with an amount. */
final class Account extends AggregateRoot<String> {
    static final String TABLE =
            "create table account (id text primary key, version bigint not null, state jsonb not null)";

    private int amount;

    Account(String id, int amount, long version) {
        super(id, version);
        this.amount = amount;
    }

    int amount() {
        return amount;
    }

    void add(int more) {
        amount += more;
        raiseEvent(new Changed(id(), more));
    }

    record Changed(String account, int more) implements DomainEvent {}

    record State(String id, int amount) {}

    /** Its state is stored as it is. */
    static final class Mapping implements AggregateMapping<Account, State> {
        @Override
        public Class<Account> aggregateType() {
            return Account.class;
        }

        @Override
        public Class<State> stateType() {
            return State.class;
        }

        @Override
        public State toState(Account account) {
            return new State(account.id(), account.amount());
        }

        @Override
        public Account toAggregate(State state, long version) {
            return new Account(state.id(), state.amount(), version);
        }
    }
}
