package shop;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.message.Command;
import io.neuroglia.message.Query;
import io.neuroglia.message.StreamQuery;
import java.util.List;

interface MissingHandler {
    //! [NEU001] No handler for MissingHandler.PlaceOrder. Write a class that implements CommandHandler<MissingHandler.PlaceOrder, String>, or mark it @HandledElsewhere. See docs/errors/NEU001.md
    record PlaceOrder() implements Command<String> {}

    //! [NEU001] No handler for MissingHandler.FindOrders. Write a class that implements QueryHandler<MissingHandler.FindOrders, List<? extends Number[]>>, or mark it @HandledElsewhere. See docs/errors/NEU001.md
    record FindOrders() implements Query<List<? extends Number[]>> {}

    //! [NEU001] No handler for MissingHandler.StreamOrders. Write a class that implements QueryHandler<MissingHandler.StreamOrders, Stream<int[]>>, or mark it @HandledElsewhere. See docs/errors/NEU001.md
    record StreamOrders() implements StreamQuery<int[]> {}

    // An abstract handler handles nothing.
    abstract class PlaceOrderHandler implements CommandHandler<PlaceOrder, String> {}
}
