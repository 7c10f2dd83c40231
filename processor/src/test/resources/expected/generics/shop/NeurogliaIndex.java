package shop;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.RouteLinks;
import javax.annotation.processing.Generated;

/**
 * What the compiler found in this package.
 *
 * <ul>
 *   <li>{@link CreateCustomer}: handled by {@link CreateCustomerHandler}
 *   <li>{@link CustomerChanged}: a domain event, handled by {@link CustomerProjection}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        visitor.handler(CreateCustomer.class, CreateCustomerHandler.class);
        visitor.domainEvent(CustomerChanged.class);
        visitor.eventHandler(CustomerChanged.class, CustomerProjection.class);
    }

    @Override
    public RouteLinks<?, ?> links(Class<?> requestType) {
        return switch (requestType.getName()) {
            case "shop.CreateCustomer" -> new CreateCustomerHandlerLinks();
            default -> RouteLinks.shared();
        };
    }
}
