package neighbours;

import io.neuroglia.handler.QueryHandler;
import io.neuroglia.mapping.Mapper;
import io.neuroglia.result.OperationResult;

/** Lombok writes its constructor. */
@lombok.RequiredArgsConstructor
class FindPizzaHandler implements QueryHandler<FindPizza, PizzaView> {
    private final Mapper mapper;
    private final int price;

    @Override
    public OperationResult<PizzaView> handle(FindPizza query) {
        Pizza pizza = new Pizza();
        pizza.setName(query.getName());
        pizza.setPrice(price);
        return OperationResult.ok(mapper.map(pizza, PizzaView.class));
    }
}
