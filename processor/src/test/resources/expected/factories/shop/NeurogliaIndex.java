package shop;

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
 *   <li>{@link Orders.Place}: handled by {@link Orders.PlaceHandler}, surrounded by {@link Orders.Behavior}
 *   <li>{@link Orders.Placed}: a domain event, handled by {@link Orders.Marked}, handled by {@link Orders.PlaceHandler}, handled by {@link Orders.Unwritable}, handled by {@link Orders.WithoutParameters}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@Indexed({
    "shop.Orders.PlaceHandler",
    "shop.Orders.Placed",
    "shop.Orders.Marked",
    "shop.Orders.PlaceHandler",
    "shop.Orders.Unwritable",
    "shop.Orders.WithoutParameters",
    "shop.Orders.Behavior"
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
        return 7;
    }

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        for (int entry = 0; entry < 7; entry++) {
            accept(entry, visitor);
        }
    }

    @Override
    public void accept(int entry, HandlerIndexVisitor visitor) {
        switch (entry) {
            case 0 -> visitor.handler(Orders.Place.class, Orders.PlaceHandler.class);
            case 1 -> visitor.domainEvent(Orders.Placed.class);
            case 2 -> visitor.eventHandler(Orders.Placed.class, Orders.Marked.class);
            case 3 -> visitor.eventHandler(Orders.Placed.class, Orders.PlaceHandler.class);
            case 4 -> visitor.eventHandler(Orders.Placed.class, Orders.Unwritable.class);
            case 5 -> visitor.eventHandler(Orders.Placed.class, Orders.WithoutParameters.class);
            case 6 -> visitor.behavior(Orders.Place.class, Orders.Behavior.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }

    @Override
    public String request(int entry) {
        return switch (entry) {
            case 0 -> "shop.Orders$Place";
            default -> HandlerIndex.super.request(entry);
        };
    }

    @Override
    public Object create(int entry, Parts parts) throws Exception {
        return switch (entry) {
            case 0, 3 -> makeOrders$PlaceHandler(parts);
            case 2 -> makeOrders$Marked(parts);
            case 5 -> new Orders.WithoutParameters();
            case 6 -> makeOrders$Behavior(parts);
            default -> HandlerIndex.super.create(entry, parts);
        };
    }

    private static Orders.PlaceHandler makeOrders$PlaceHandler(Parts parts) throws Exception {
        Repository<Orders.Order, java.lang.String> orders = parts.get("shop.Repository<shop.Orders$Order, java.lang.String>", "orders");
        Repository<? super Orders.Order, ? extends java.util.Map.Entry<Orders.Order, ?>> widest = parts.get("shop.Repository<? super shop.Orders$Order, ? extends java.util.Map$Entry<shop.Orders$Order, ?>>", "widest");
        java.lang.Integer limit = parts.get("java.lang.Integer", "limit");
        java.lang.String[] names = parts.get("java.lang.String[]", "names");
        java.util.List<int[]> parts_ = parts.get("java.util.List<int[]>", "parts");
        Repository.Listener[] listeners = parts.get("shop.Repository$Listener[]", "listeners");
        parts.requireAll();
        return new Orders.PlaceHandler(orders, widest, limit, names, parts_, listeners);
    }

    private static Orders.Marked makeOrders$Marked(Parts parts) throws Exception {
        Orders.Order order = parts.get("shop.Orders$Order", "order");
        parts.requireAll();
        return new Orders.Marked(order);
    }

    private static Orders.Behavior makeOrders$Behavior(Parts parts) throws Exception {
        Orders.Order order = parts.get("shop.Orders$Order", "order");
        parts.requireAll();
        return new Orders.Behavior(order);
    }

    @Override
    public Link<?, ?> link(Class<?> requestType, RequestHandler<?, ?> handler) {
        return switch (requestType.getName()) {
            case "shop.Orders$Place" -> Orders_PlaceHandlerLinks.handling(handler);
            default -> HandlerIndex.super.link(requestType, handler);
        };
    }
}
