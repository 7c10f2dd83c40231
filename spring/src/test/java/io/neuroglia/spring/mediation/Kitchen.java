package io.neuroglia.spring.mediation;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.Indexed;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.HandledElsewhere;
import io.neuroglia.message.Query;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;

/** A small application, and the index that the compiler would have written for it. */
final class Kitchen {
    private Kitchen() {}

    record Cook(@NotBlank(message = "Which dish?") String dish) implements Command<String> {}

    record CookTwice(String dish) implements Command<String> {}

    record Menu() implements Query<String> {}

    @HandledElsewhere
    record Order(String dish) implements Command<String> {}

    interface KitchenEvent extends DomainEvent {}

    record Cooked(String dish) implements KitchenEvent {}

    /** What happened, for the tests to see. */
    static final class Log {
        final List<String> lines = new CopyOnWriteArrayList<>();
    }

    static final class CookHandler implements CommandHandler<Cook, String> {
        private final String style;

        CookHandler(@Value("${kitchen.style:plain}") String style) {
            this.style = style;
        }

        @Override
        public OperationResult<String> handle(Cook command) {
            if (command.dish().equals("again")) {
                throw new DuplicateKeyException("secret");
            }
            return OperationResult.ok(style + " " + command.dish());
        }
    }

    /** Sends a command itself. */
    static final class CookTwiceHandler implements CommandHandler<CookTwice, String> {
        private final Mediator mediator;

        CookTwiceHandler(Mediator mediator) {
            this.mediator = mediator;
        }

        @Override
        public OperationResult<String> handle(CookTwice command) {
            OperationResult<String> first = mediator.execute(new Cook(command.dish()));
            return first.flatMap(done -> mediator.execute(new Cook("second " + command.dish())));
        }
    }

    static final class MenuHandler implements QueryHandler<Menu, String> {
        @Override
        public OperationResult<String> handle(Menu query) {
            return OperationResult.ok("pizza");
        }
    }

    static final class FirstListener implements EventHandler<Cooked> {
        private final Log log;

        FirstListener(Log log) {
            this.log = log;
        }

        @Override
        public void handle(Cooked event) {
            log.lines.add("first " + event.dish());
        }
    }

    static final class SecondListener implements EventHandler<KitchenEvent> {
        private final Log log;

        SecondListener(Log log) {
            this.log = log;
        }

        @Override
        public void handle(KitchenEvent event) {
            log.lines.add("second");
        }
    }

    static final class Tasting implements PipelineBehavior<Command<?>> {
        private final Log log;

        Tasting(Log log) {
            this.log = log;
        }

        @Override
        public Stage stage() {
            return Stage.DEDUPLICATE;
        }

        @Override
        public <T> OperationResult<T> handle(Command<?> request, Next<Command<?>, T> next) throws Exception {
            log.lines.add("tasting");
            return next.handle(request);
        }
    }

    /** Of the kitchen's own compilation. */
    public static final class Index implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            visitor.handler(Cook.class, CookHandler.class);
            visitor.handler(CookTwice.class, CookTwiceHandler.class);
            visitor.handler(Menu.class, MenuHandler.class);
            visitor.eventHandler(Cooked.class, FirstListener.class);
            visitor.eventHandler(KitchenEvent.class, SecondListener.class);
            visitor.domainEvent(Cooked.class);
            visitor.<Command<?>>behavior(Command.class, Tasting.class);
        }
    }

    /** Of another module, that leaves a request to others. */
    public static final class ContractIndex implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            visitor.handledElsewhere(Order.class);
        }
    }

    static final class RivalHandler implements CommandHandler<Cook, String> {
        @Override
        public OperationResult<String> handle(Cook command) {
            return OperationResult.ok("rival");
        }
    }

    /** Of a module that handles the same command. */
    public static final class RivalIndex implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            visitor.handler(Cook.class, RivalHandler.class);
        }
    }

    static final class NeedyBehavior implements PipelineBehavior<Request<?>> {
        NeedyBehavior(Thread neverThere) {}

        @Override
        public Stage stage() {
            return Stage.AUTHORIZE;
        }

        @Override
        public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }

    /** Of a module whose behavior cannot be built. */
    public static final class NeedyIndex implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            visitor.<Request<?>>behavior(Request.class, NeedyBehavior.class);
        }
    }

    /** Of a module that lacks one of its classes. */
    @Indexed("shop.LostHandler")
    public static final class HoleyIndex implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            throw new NoClassDefFoundError("io/neuroglia/gone/LostHandler");
        }
    }

    /** Of a module that another version of the processor compiled. */
    public static final class OldIndex implements HandlerIndex {
        @Override
        public int format() {
            return 0;
        }

        @Override
        public void accept(HandlerIndexVisitor visitor) {
            throw new NoSuchMethodError("visitor.handler");
        }
    }
}
