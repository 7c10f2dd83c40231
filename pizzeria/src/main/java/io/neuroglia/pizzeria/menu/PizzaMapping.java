package io.neuroglia.pizzeria.menu;

import io.neuroglia.data.AggregateMapping;
import io.neuroglia.pizzeria.money.Money;
import java.util.List;

/** How the menu is stored; the migration that delivers it writes the same form. */
final class PizzaMapping implements AggregateMapping<Pizza, PizzaMapping.State> {

    @Override
    public Class<Pizza> aggregateType() {
        return Pizza.class;
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public State toState(Pizza pizza) {
        PizzaDescription is = pizza.description();
        return new State(
                pizza.id(),
                is.name(),
                is.description(),
                is.basePrice(),
                is.category(),
                is.preparationTimeMinutes(),
                is.availableToppings(),
                is.seasonal());
    }

    @Override
    public Pizza toAggregate(State state, long version) {
        PizzaDescription description = new PizzaDescription(
                state.name(),
                state.description(),
                state.basePrice(),
                state.category(),
                state.preparationTimeMinutes(),
                state.availableToppings(),
                state.seasonal());
        return new Pizza(state.id(), description, version);
    }

    record State(
            String id,
            String name,
            String description,
            Money basePrice,
            Category category,
            int preparationTimeMinutes,
            List<String> availableToppings,
            boolean seasonal) {}
}
