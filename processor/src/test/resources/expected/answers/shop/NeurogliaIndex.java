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
 *   <li>{@link Counters.CountOrders}: handled by {@link Counters.CountOrdersHandler}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@Indexed({
    "shop.Counters.CountOrdersHandler"
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
        return 1;
    }

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        for (int entry = 0; entry < 1; entry++) {
            accept(entry, visitor);
        }
    }

    @Override
    public void accept(int entry, HandlerIndexVisitor visitor) {
        switch (entry) {
            case 0 -> visitor.handler(Counters.CountOrders.class, Counters.CountOrdersHandler.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }

    @Override
    public String request(int entry) {
        return switch (entry) {
            case 0 -> "shop.Counters$CountOrders";
            default -> HandlerIndex.super.request(entry);
        };
    }

    @Override
    public Object create(int entry, Parts parts) throws Exception {
        return switch (entry) {
            case 0 -> new Counters.CountOrdersHandler();
            default -> HandlerIndex.super.create(entry, parts);
        };
    }
}
