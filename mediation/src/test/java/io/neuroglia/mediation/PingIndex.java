package io.neuroglia.mediation;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.handler.spi.Parts;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.List;

/** Two handlers that are made of the application's parts; as the compiler writes it. */
public final class PingIndex implements HandlerIndex {
    private final List<String> journal;

    public PingIndex() {
        this(new ArrayList<>());
    }

    PingIndex(List<String> journal) {
        this.journal = journal;
    }

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        for (int entry = 0; entry < size(); entry++) {
            accept(entry, visitor);
        }
    }

    @Override
    public int size() {
        return 3;
    }

    @Override
    public void accept(int entry, HandlerIndexVisitor visitor) {
        switch (entry) {
            case 0 -> visitor.handler(Ping.class, PingHandler.class);
            case 1 -> visitor.handler(Rename.class, RenameHandler.class);
            default -> visitor.eventHandler(Renamed.class, RenameHandler.class);
        }
    }

    @Override
    public Object create(int entry, Parts parts) {
        return entry == 0 ? makePingHandler(parts) : makeRenameHandler(parts);
    }

    private static PingHandler makePingHandler(Parts parts) {
        Integer times = parts.get("java.lang.Integer", "times");
        parts.requireAll();
        return new PingHandler(times);
    }

    private RenameHandler makeRenameHandler(Parts parts) {
        List<String> names = parts.get("java.util.List<java.lang.String>", "names");
        Mediator mediator = parts.get("io.neuroglia.mediation.Mediator", "mediator");
        parts.requireAll();
        journal.add("rename handler made");
        return new RenameHandler(names, mediator, journal);
    }

    /** With all that the handlers need. */
    static MediatorBuilder complete(MediatorBuilder builder) {
        return complete(builder, HandlerIndexes.of(new PingIndex()));
    }

    static MediatorBuilder complete(MediatorBuilder builder, HandlerIndexes indexes) {
        return builder.indexed(indexes)
                .provide(Integer.class, 3)
                .provide(new TypeOf<List<String>>() {}, List.of("Bob"));
    }

    record Renamed(String name) {}

    record PingHandler(int times) implements QueryHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping) {
            return OperationResult.ok("pong " + times);
        }
    }

    record RenameHandler(List<String> names, Mediator mediator, List<String> journal)
            implements CommandHandler<Rename, String>, EventHandler<Renamed> {
        @Override
        public OperationResult<String> handle(Rename rename) {
            return OperationResult.ok("old names: " + names + ", then "
                    + mediator.execute(new Ping()).data());
        }

        @Override
        public void handle(Renamed event) {
            journal.add("renamed " + event.name());
        }
    }
}
