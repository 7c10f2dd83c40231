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
 *   <li>{@link Orders.Find}: handled by {@link Orders.Handlers.FindHandler}
 *   <li>{@link Orders.Place}: handled by {@link Orders.Handlers.PlaceHandler}
 *   <li>{@link Orders.Placed}: a domain event, handled by {@link Orders.Everything.ResetHandler}
 *   <li>{@link Orders.Reset}: handled by {@link Orders.Everything.ResetHandler}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@Indexed({
    "shop.Orders.Handlers.FindHandler",
    "shop.Orders.Handlers.PlaceHandler",
    "shop.Orders.Everything.ResetHandler",
    "shop.Orders.Placed",
    "shop.Orders.Everything.ResetHandler"
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
        return 5;
    }

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        for (int entry = 0; entry < 5; entry++) {
            accept(entry, visitor);
        }
    }

    @Override
    public void accept(int entry, HandlerIndexVisitor visitor) {
        switch (entry) {
            case 0 -> visitor.handler(Orders.Find.class, Orders.Handlers.FindHandler.class);
            case 1 -> visitor.handler(Orders.Place.class, Orders.Handlers.PlaceHandler.class);
            case 2 -> visitor.handler(Orders.Reset.class, Orders.Everything.ResetHandler.class);
            case 3 -> visitor.domainEvent(Orders.Placed.class);
            case 4 -> visitor.eventHandler(Orders.Placed.class, Orders.Everything.ResetHandler.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }

    @Override
    public String request(int entry) {
        return switch (entry) {
            case 0 -> "shop.Orders$Find";
            case 1 -> "shop.Orders$Place";
            case 2 -> "shop.Orders$Reset";
            default -> HandlerIndex.super.request(entry);
        };
    }

    @Override
    public Object create(int entry, Parts parts) throws Exception {
        return switch (entry) {
            case 0 -> makeOrders$Handlers$FindHandler(parts);
            case 1 -> new Orders.Handlers.PlaceHandler();
            case 2, 4 -> new Orders.Everything.ResetHandler();
            default -> HandlerIndex.super.create(entry, parts);
        };
    }

    private static Orders.Handlers.FindHandler makeOrders$Handlers$FindHandler(Parts parts) throws Exception {
        java.lang.String prefix = parts.get("java.lang.String", "prefix");
        parts.requireAll();
        return new Orders.Handlers.FindHandler(prefix);
    }

    @Override
    public Link<?, ?> link(Class<?> requestType, RequestHandler<?, ?> handler) {
        return switch (requestType.getName()) {
            case "shop.Orders$Find" -> Orders_Handlers_FindHandlerLinks.handling(handler);
            case "shop.Orders$Place" -> Orders_Handlers_PlaceHandlerLinks.handling(handler);
            case "shop.Orders$Reset" -> Orders_Everything_ResetHandlerLinks.handling(handler);
            default -> HandlerIndex.super.link(requestType, handler);
        };
    }
}
