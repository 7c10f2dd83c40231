package shop;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.Indexed;
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
@Indexed(value = {
    "shop.Requests.ByHand",
    "shop.Requests.Foreign.Pong",
    "shop.Requests.Ping"
}, byHand = {
    "shop.Requests.Fixtures.ByHandHandler"
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
            case 0 -> visitor.handledElsewhere(Requests.ByHand.class);
            case 1 -> visitor.handledElsewhere(Requests.Foreign.Pong.class);
            case 2 -> visitor.handledElsewhere(Requests.Ping.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }
}
