package shop.notification;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import javax.annotation.processing.Generated;

/**
 * What the compiler found in this package.
 *
 * <ul>
 *   <li>{@link java.lang.Object}: handled by {@link WriteAuditTrail}
 *   <li>{@link shop.ordering.OrderEvent.Placed}: handled by {@link NotifyCustomer}, handled by {@link NotifyKitchen}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        visitor.eventHandler(java.lang.Object.class, WriteAuditTrail.class);
        visitor.eventHandler(shop.ordering.OrderEvent.Placed.class, NotifyCustomer.class);
        visitor.eventHandler(shop.ordering.OrderEvent.Placed.class, NotifyKitchen.class);
    }
}
