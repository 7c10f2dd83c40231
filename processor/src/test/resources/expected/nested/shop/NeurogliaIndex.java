package shop;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.RouteLinks;
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
@SuppressWarnings({"deprecation", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        visitor.handler(Orders.Find.class, Orders.Handlers.FindHandler.class);
        visitor.handler(Orders.Place.class, Orders.Handlers.PlaceHandler.class);
        visitor.handler(Orders.Reset.class, Orders.Everything.ResetHandler.class);
        visitor.domainEvent(Orders.Placed.class);
        visitor.eventHandler(Orders.Placed.class, Orders.Everything.ResetHandler.class);
    }

    @Override
    public RouteLinks<?, ?> links(Class<?> requestType) {
        return switch (requestType.getName()) {
            case "shop.Orders$Find" -> new Orders_Handlers_FindHandlerLinks();
            case "shop.Orders$Place" -> new Orders_Handlers_PlaceHandlerLinks();
            case "shop.Orders$Reset" -> new Orders_Everything_ResetHandlerLinks();
            default -> RouteLinks.shared();
        };
    }
}
