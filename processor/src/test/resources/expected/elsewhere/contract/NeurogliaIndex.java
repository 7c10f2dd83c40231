package contract;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.RouteLinks;
import javax.annotation.processing.Generated;

/**
 * What the compiler found in this package.
 *
 * <ul>
 *   <li>{@link BakePizza}: handled elsewhere
 *   <li>{@link DeliverPizza}: handled by {@link DeliverPizzaHandler}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        visitor.handler(DeliverPizza.class, DeliverPizzaHandler.class);
        visitor.handledElsewhere(BakePizza.class);
    }

    @Override
    public RouteLinks<?, ?> links(Class<?> requestType) {
        return switch (requestType.getName()) {
            case "contract.DeliverPizza" -> new DeliverPizzaHandlerLinks();
            default -> RouteLinks.shared();
        };
    }
}
