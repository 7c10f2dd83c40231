package shop;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import javax.annotation.processing.Generated;

/**
 * What the compiler found in this package.
 *
 * <ul>
 *   <li>{@link Counters.CountOrders}: handled by {@link Counters.CountOrdersHandler}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        visitor.handler(Counters.CountOrders.class, Counters.CountOrdersHandler.class);
    }
}
