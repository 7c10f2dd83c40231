package shop;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.Indexed;
import javax.annotation.processing.Generated;

/**
 * What the compiler found in this package.
 *
 * <ul>
 *   <li>{@link Events.Annotated}: a domain event
 *   <li>{@link Events.ByConstructor}: a domain event
 *   <li>{@link Events.Collections}: a domain event
 *   <li>{@link Events.Maps}: a domain event
 *   <li>{@link Events.Nested}: a domain event
 *   <li>{@link Events.Plain}: a domain event
 *   <li>{@link Events.Times}: a domain event
 *   <li>{@link Events.Values}: a domain event
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@Indexed({
    "shop.Events.Annotated",
    "shop.Events.ByConstructor",
    "shop.Events.Collections",
    "shop.Events.Maps",
    "shop.Events.Nested",
    "shop.Events.Plain",
    "shop.Events.Times",
    "shop.Events.Values"
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
        return 8;
    }

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        for (int entry = 0; entry < 8; entry++) {
            accept(entry, visitor);
        }
    }

    @Override
    public void accept(int entry, HandlerIndexVisitor visitor) {
        switch (entry) {
            case 0 -> visitor.domainEvent(Events.Annotated.class);
            case 1 -> visitor.domainEvent(Events.ByConstructor.class);
            case 2 -> visitor.domainEvent(Events.Collections.class);
            case 3 -> visitor.domainEvent(Events.Maps.class);
            case 4 -> visitor.domainEvent(Events.Nested.class);
            case 5 -> visitor.domainEvent(Events.Plain.class);
            case 6 -> visitor.domainEvent(Events.Times.class);
            case 7 -> visitor.domainEvent(Events.Values.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }
}
