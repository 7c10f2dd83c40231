package shop.notification;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.Indexed;
import io.neuroglia.handler.spi.Parts;
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
@Indexed({
    "shop.notification.WriteAuditTrail",
    "shop.notification.NotifyCustomer",
    "shop.notification.NotifyKitchen"
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
            case 0 -> visitor.eventHandler(java.lang.Object.class, WriteAuditTrail.class);
            case 1 -> visitor.eventHandler(shop.ordering.OrderEvent.Placed.class, NotifyCustomer.class);
            case 2 -> visitor.eventHandler(shop.ordering.OrderEvent.Placed.class, NotifyKitchen.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }

    @Override
    public Object create(int entry, Parts parts) throws Exception {
        return switch (entry) {
            case 0 -> new WriteAuditTrail();
            case 1 -> new NotifyCustomer();
            case 2 -> new NotifyKitchen();
            default -> HandlerIndex.super.create(entry, parts);
        };
    }
}
