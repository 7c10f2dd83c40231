package shop;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import javax.annotation.processing.Generated;

/**
 * What the compiler found in this package.
 *
 * <ul>
 *   <li>{@link Requests.ByHand}: handled elsewhere
 *   <li>{@link Requests.Foreign.Pong}: handled elsewhere
 *   <li>{@link Requests.Ping}: handled elsewhere
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        visitor.handledElsewhere(Requests.ByHand.class);
        visitor.handledElsewhere(Requests.Foreign.Pong.class);
        visitor.handledElsewhere(Requests.Ping.class);
    }
}
