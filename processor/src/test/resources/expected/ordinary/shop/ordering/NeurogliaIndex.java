package shop.ordering;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.RouteLinks;
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
@SuppressWarnings({"deprecation", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        visitor.handler(CancelOrder.class, CancelOrderHandler.class);
        visitor.handler(ListOrders.class, ListOrdersHandler.class);
        visitor.handler(PlaceOrder.class, PlaceOrderHandler.class);
        visitor.domainEvent(OrderEvent.Cancelled.class);
        visitor.domainEvent(OrderEvent.Placed.class);
        visitor.eventHandler(OrderEvent.class, UpdateOverview.class);
    }

    @Override
    public RouteLinks<?, ?> links(Class<?> requestType) {
        return switch (requestType.getName()) {
            case "shop.ordering.CancelOrder" -> new CancelOrderHandlerLinks();
            case "shop.ordering.ListOrders" -> new ListOrdersHandlerLinks();
            case "shop.ordering.PlaceOrder" -> new PlaceOrderHandlerLinks();
            default -> RouteLinks.shared();
        };
    }
}
