package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.Indexed;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.handler.spi.Parts;
import javax.annotation.processing.Generated;

/**
 * What the compiler found in this package.
 *
 * <ul>
 *   <li>{@link CancelOrder}: handled by {@link CancelOrderHandler}
 *   <li>{@link ListOrders}: handled by {@link ListOrdersHandler}
 *   <li>{@link OrderEvent}: handled by {@link UpdateOverview}
 *   <li>{@link OrderEvent.Cancelled}: a domain event
 *   <li>{@link OrderEvent.Placed}: a domain event
 *   <li>{@link PlaceOrder}: handled by {@link PlaceOrderHandler}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@Indexed({
    "shop.ordering.CancelOrderHandler",
    "shop.ordering.ListOrdersHandler",
    "shop.ordering.PlaceOrderHandler",
    "shop.ordering.OrderEvent.Cancelled",
    "shop.ordering.OrderEvent.Placed",
    "shop.ordering.UpdateOverview"
})
@SuppressWarnings({"deprecation", "rawtypes", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public int format() {
        return 1;
    }

    @Override
    public int size() {
        return 6;
    }

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        for (int entry = 0; entry < 6; entry++) {
            accept(entry, visitor);
        }
    }

    @Override
    public void accept(int entry, HandlerIndexVisitor visitor) {
        switch (entry) {
            case 0 -> visitor.handler(CancelOrder.class, CancelOrderHandler.class);
            case 1 -> visitor.handler(ListOrders.class, ListOrdersHandler.class);
            case 2 -> visitor.handler(PlaceOrder.class, PlaceOrderHandler.class);
            case 3 -> visitor.domainEvent(OrderEvent.Cancelled.class);
            case 4 -> visitor.domainEvent(OrderEvent.Placed.class);
            case 5 -> visitor.eventHandler(OrderEvent.class, UpdateOverview.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }

    @Override
    public String request(int entry) {
        return switch (entry) {
            case 0 -> "shop.ordering.CancelOrder";
            case 1 -> "shop.ordering.ListOrders";
            case 2 -> "shop.ordering.PlaceOrder";
            default -> HandlerIndex.super.request(entry);
        };
    }

    @Override
    public Object create(int entry, Parts parts) throws Exception {
        return switch (entry) {
            case 0 -> new CancelOrderHandler();
            case 1 -> new ListOrdersHandler();
            case 2 -> new PlaceOrderHandler();
            case 5 -> new UpdateOverview();
            default -> HandlerIndex.super.create(entry, parts);
        };
    }

    @Override
    public Link<?, ?> link(Class<?> requestType, RequestHandler<?, ?> handler) {
        return switch (requestType.getName()) {
            case "shop.ordering.CancelOrder" -> CancelOrderHandlerLinks.handling(handler);
            case "shop.ordering.ListOrders" -> ListOrdersHandlerLinks.handling(handler);
            case "shop.ordering.PlaceOrder" -> PlaceOrderHandlerLinks.handling(handler);
            default -> HandlerIndex.super.link(requestType, handler);
        };
    }
}
