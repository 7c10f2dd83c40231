package neighbours;

import io.neuroglia.message.Query;

/** Lombok makes it final. */
@lombok.Value
public class FindPizza implements Query<PizzaView> {
    String name;
}
