package io.neuroglia.pizzeria.menu;

import static java.util.Comparator.comparing;

import io.neuroglia.data.Repository;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.result.OperationResult;
import java.util.Comparator;
import java.util.List;

/** Lists the menu by category, and in it by name. */
final class GetMenuQueryHandler implements QueryHandler<GetMenuQuery, List<MenuItem>> {
    private static final Comparator<MenuItem> AS_ON_THE_CARD =
            comparing(MenuItem::category).thenComparing(MenuItem::name).thenComparing(MenuItem::id);

    private final Repository<Pizza, String> pizzas;

    GetMenuQueryHandler(Repository<Pizza, String> pizzas) {
        this.pizzas = pizzas;
    }

    @Override
    public OperationResult<List<MenuItem>> handle(GetMenuQuery query) {
        return OperationResult.ok(pizzas.findAll().stream()
                .filter(pizza -> query.includes(pizza.description()))
                .map(MenuItem::of)
                .sorted(AS_ON_THE_CARD)
                .toList());
    }
}
