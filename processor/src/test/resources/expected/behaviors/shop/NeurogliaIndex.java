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
 *   <li>{@link io.neuroglia.message.Command}: surrounded by {@link AuditCommands}
 *   <li>{@link io.neuroglia.message.Request}: surrounded by {@link AuditEverything}
 *   <li>{@link Auditable}: surrounded by {@link AuditAuditable}
 *   <li>{@link CheckPing.Ping}: handled elsewhere, surrounded by {@link CheckPing}
 * </ul>
 */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@Indexed({
    "shop.CheckPing.Ping",
    "shop.AuditCommands",
    "shop.AuditEverything",
    "shop.AuditAuditable",
    "shop.CheckPing"
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
            case 0 -> visitor.handledElsewhere(CheckPing.Ping.class);
            case 1 -> visitor.behavior(io.neuroglia.message.Command.class, AuditCommands.class);
            case 2 -> visitor.behavior(io.neuroglia.message.Request.class, AuditEverything.class);
            case 3 -> visitor.behavior(Auditable.class, AuditAuditable.class);
            case 4 -> visitor.behavior(CheckPing.Ping.class, CheckPing.class);
            default -> throw new IndexOutOfBoundsException(entry);
        }
    }

    @Override
    public Object create(int entry, Parts parts) throws Exception {
        return switch (entry) {
            case 1 -> new AuditCommands();
            case 2 -> new AuditEverything();
            case 3 -> new AuditAuditable();
            case 4 -> new CheckPing();
            default -> HandlerIndex.super.create(entry, parts);
        };
    }
}
