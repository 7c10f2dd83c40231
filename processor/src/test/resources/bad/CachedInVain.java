package shop;

import io.neuroglia.caching.Cached;
import io.neuroglia.message.Command;
import io.neuroglia.message.HandledElsewhere;
import io.neuroglia.message.Query;
import io.neuroglia.message.StreamQuery;

@HandledElsewhere
interface CachedInVain {
    //! [NEU010] CachedInVain.PlaceOrder is a command, which changes something each time, so its answers must not be cached. Take @Cached away, or make it a query that answers a value. See docs/errors/NEU010.md
    @Cached(minutes = 1)
    record PlaceOrder() implements Command<Void> {}

    //! [NEU010] CachedInVain.AllOrders is a streaming query, whose answer is read only once, so its answers must not be cached. Take @Cached away, or make it a query that answers a value. See docs/errors/NEU010.md
    @Cached(minutes = 1)
    record AllOrders() implements StreamQuery<String> {}

    //! [NEU010] CachedInVain.Order is no query, so its answers must not be cached. Take @Cached away, or make it a query that answers a value. See docs/errors/NEU010.md
    @Cached(minutes = 1)
    record Order() {}

    @Cached(minutes = 1)
    record Menu() implements Query<String> {}
}
