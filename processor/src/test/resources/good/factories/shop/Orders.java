package shop;

import inject.Inject;
import io.neuroglia.handler.CommandHandler;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;

class Orders {
    record Order() {}

    record Place() implements Command<Void> {}

    record Placed() implements DomainEvent {}

    /** One class for a command and an event; one instance, too. */
    static class PlaceHandler implements CommandHandler<Place, Void>, EventHandler<Placed> {
        PlaceHandler(
                Repository<Order, String> orders,
                Repository<? super Order, ? extends Map.Entry<Order, ?>> widest,
                int limit,
                String[] names,
                List<int[]> parts,
                Repository.Listener... listeners)
                throws IOException {}

        @Override
        public OperationResult<Void> handle(Place command) {
            return OperationResult.noContent();
        }

        @Override
        public void handle(Placed event) {}
    }

    static class Marked implements EventHandler<Placed> {
        Marked() {}

        @Inject
        Marked(Order order) {}

        private Marked(String secret) {}

        @Override
        public void handle(Placed event) {}
    }

    static class WithoutParameters implements EventHandler<Placed> {
        WithoutParameters(Order order) {}

        WithoutParameters() {}

        @Override
        public void handle(Placed event) {}
    }

    record Behavior(Order order) implements PipelineBehavior<Place> {
        @Override
        public Stage stage() {
            return Stage.VALIDATE;
        }

        @Override
        public <T> OperationResult<T> handle(Place command, Next<Place, T> next) throws Exception {
            return next.handle(command);
        }
    }

    /** Only its own class can write its parameter down, so the index names it without making it. */
    static class Unwritable implements EventHandler<Placed> {
        private static class Secret {}

        Unwritable(Secret secret) {}

        @Override
        public void handle(Placed event) {}
    }
}
