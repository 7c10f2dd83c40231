package shop;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import javax.annotation.processing.Generated;

/**
 * What the compiler found in this package.
 *
 * <ul>
 *   <li>{@link shop.Generated}: a domain event
 *   <li>{@link shop.HandlerIndex.Generated}: handled by {@link shop.HandlerIndex}
 *   <li>{@link Old}: a domain event
 *   <li>{@link Renamed.First}: a domain event, handled by {@link Renamed.Other.Second}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        visitor.domainEvent(shop.Generated.class);
        visitor.domainEvent(Old.class);
        visitor.domainEvent(Renamed.First.class);
        visitor.eventHandler(shop.HandlerIndex.Generated.class, shop.HandlerIndex.class);
        visitor.eventHandler(Renamed.First.class, Renamed.Other.Second.class);
    }
}
