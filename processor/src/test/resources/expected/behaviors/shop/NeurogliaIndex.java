package shop;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
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
@SuppressWarnings({"deprecation", "removal"})
public final class NeurogliaIndex implements HandlerIndex {
    /** For the service loader. */
    public NeurogliaIndex() {}

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        visitor.handledElsewhere(CheckPing.Ping.class);
        visitor.behavior(io.neuroglia.message.Command.class, AuditCommands.class);
        visitor.behavior(io.neuroglia.message.Request.class, AuditEverything.class);
        visitor.behavior(Auditable.class, AuditAuditable.class);
        visitor.behavior(CheckPing.Ping.class, CheckPing.class);
    }
}
