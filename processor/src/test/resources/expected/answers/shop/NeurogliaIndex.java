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
 *   <li>{@link Counters.FindCounts}: handled by {@link Counters.FindCountsHandler}
 *   <li>{@link Counters.ListCounts}: handled by {@link Counters.ListCountsHandler}
 *   <li>{@link Counters.RankCounts}: handled by {@link Counters.RankCountsHandler}
 *   <li>{@link Counters.SumUp}: handled by {@link Counters.SumUpHandler}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@Indexed({
    "shop.Counters.CountOrdersHandler",
    "shop.Counters.FindCountsHandler",
    "shop.Counters.ListCountsHandler",
    "shop.Counters.RankCountsHandler",
    "shop.Counters.SumUpHandler"
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
            case 0 -> visitor.handler(Counters.CountOrders.class, Counters.CountOrdersHandler.class);
            case 1 -> visitor.handler(Counters.FindCounts.class, Counters.FindCountsHandler.class);
            case 2 -> visitor.handler(Counters.ListCounts.class, Counters.ListCountsHandler.class);
            case 3 -> visitor.handler(Counters.RankCounts.class, Counters.RankCountsHandler.class);
            case 4 -> visitor.handler(Counters.SumUp.class, Counters.SumUpHandler.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }

    @Override
    public String request(int entry) {
        return switch (entry) {
            case 0 -> "shop.Counters$CountOrders";
            case 1 -> "shop.Counters$FindCounts";
            case 2 -> "shop.Counters$ListCounts";
            case 3 -> "shop.Counters$RankCounts";
            case 4 -> "shop.Counters$SumUp";
            default -> HandlerIndex.super.request(entry);
        };
    }

    @Override
    public Object create(int entry, Parts parts) throws Exception {
        return switch (entry) {
            case 0 -> new Counters.CountOrdersHandler();
            case 1 -> new Counters.FindCountsHandler();
            case 2 -> new Counters.ListCountsHandler();
            case 3 -> new Counters.RankCountsHandler();
            case 4 -> new Counters.SumUpHandler();
            default -> HandlerIndex.super.create(entry, parts);
        };
    }
}
