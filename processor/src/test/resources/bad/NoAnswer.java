package shop;

import io.neuroglia.message.Command;
import io.neuroglia.message.StreamQuery;

interface NoAnswer {
    //! [NEU016] NoAnswer.PlaceOrder leaves out the type of its answer, so no handler fits it. Write Command<X> or Query<X>, and Command<Void> if it answers no data. See docs/errors/NEU016.md
    @SuppressWarnings("rawtypes")
    record PlaceOrder() implements Command {}

    //! [NEU016] NoAnswer.AllOrders leaves out the type of its answer, so no handler fits it. Write Command<X> or Query<X>, and Command<Void> if it answers no data. See docs/errors/NEU016.md
    @SuppressWarnings("rawtypes")
    record AllOrders() implements StreamQuery {}
}
