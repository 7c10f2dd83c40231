package shop;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.Indexed;
import io.neuroglia.handler.spi.Parts;
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
@Indexed({
    "shop.Generated",
    "shop.Old",
    "shop.Renamed.First",
    "shop.HandlerIndex",
    "shop.Renamed.Other.Second"
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
            case 0 -> visitor.domainEvent(shop.Generated.class);
            case 1 -> visitor.domainEvent(Old.class);
            case 2 -> visitor.domainEvent(Renamed.First.class);
            case 3 -> visitor.eventHandler(shop.HandlerIndex.Generated.class, shop.HandlerIndex.class);
            case 4 -> visitor.eventHandler(Renamed.First.class, Renamed.Other.Second.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }

    @Override
    public Object create(int entry, Parts parts) throws Exception {
        return switch (entry) {
            case 3 -> new shop.HandlerIndex();
            case 4 -> new Renamed.Other.Second();
            default -> HandlerIndex.super.create(entry, parts);
        };
    }
}
