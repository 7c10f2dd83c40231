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
 *   <li>{@link CreateCustomer}: handled by {@link CreateCustomerHandler}
 *   <li>{@link CustomerChanged}: a domain event, handled by {@link CustomerProjection}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@Indexed({
    "shop.CreateCustomerHandler",
    "shop.CustomerChanged",
    "shop.CustomerProjection"
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
        return 3;
    }

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        for (int entry = 0; entry < 3; entry++) {
            accept(entry, visitor);
        }
    }

    @Override
    public void accept(int entry, HandlerIndexVisitor visitor) {
        switch (entry) {
            case 0 -> visitor.handler(CreateCustomer.class, CreateCustomerHandler.class);
            case 1 -> visitor.domainEvent(CustomerChanged.class);
            case 2 -> visitor.eventHandler(CustomerChanged.class, CustomerProjection.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }

    @Override
    public String request(int entry) {
        return switch (entry) {
            case 0 -> "shop.CreateCustomer";
            default -> HandlerIndex.super.request(entry);
        };
    }

    @Override
    public Object create(int entry, Parts parts) throws Exception {
        return switch (entry) {
            case 0 -> new CreateCustomerHandler();
            case 2 -> new CustomerProjection();
            default -> HandlerIndex.super.create(entry, parts);
        };
    }

    @Override
    public Link<?, ?> link(Class<?> requestType, RequestHandler<?, ?> handler) {
        return switch (requestType.getName()) {
            case "shop.CreateCustomer" -> CreateCustomerHandlerLinks.handling(handler);
            default -> HandlerIndex.super.link(requestType, handler);
        };
    }
}
