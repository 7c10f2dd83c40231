package neighbours;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalName;

/** Its supertype is a class that MapStruct writes. */
@LogicalName("priced")
final class WrittenMapperHandler extends PizzaMapperImpl implements EventHandler<WrittenMapperHandler.Priced> {
    record Priced(String name) implements DomainEvent {}

    @Override
    public void handle(Priced event) {
        Pizza pizza = new Pizza();
        pizza.setName(event.name());
        System.out.println("priced " + view(pizza).getName());
    }
}
