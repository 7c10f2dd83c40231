package shop;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Query;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.List;

interface TypeArguments {
    //! [NEU005] TypeArguments.Find has type parameters, but handlers and messages are looked up by class, and a class knows no type arguments. Use classes without type parameters; a class that is only extended can be abstract. See docs/errors/NEU005.md
    record Find<T>() implements Query<T> {}

    class FindString implements QueryHandler<Find<String>, String> {
        @Override
        public OperationResult<String> handle(Find<String> query) {
            return OperationResult.ok("");
        }
    }

    //! [NEU005] TypeArguments.Changed has type parameters, but handlers and messages are looked up by class, and a class knows no type arguments. Use classes without type parameters; a class that is only extended can be abstract. See docs/errors/NEU005.md
    record Changed<T>() implements DomainEvent {}

    class OnChange implements EventHandler<Changed<String>> {
        @Override
        public void handle(Changed<String> event) {}
    }

    //! [NEU005] TypeArguments.OnList handles List with type arguments, but handlers and messages are looked up by class, and a class knows no type arguments. Use classes without type parameters; a class that is only extended can be abstract. See docs/errors/NEU005.md
    class OnList implements EventHandler<List<String>> {
        @Override
        public void handle(List<String> event) {}
    }

    //! [NEU005] TypeArguments.OnAnything has type parameters, but handlers and messages are looked up by class, and a class knows no type arguments. Use classes without type parameters; a class that is only extended can be abstract. See docs/errors/NEU005.md
    class OnAnything<E> implements EventHandler<E> {
        @Override
        public void handle(E event) {}
    }

    //! [NEU005] TypeArguments.OnArray does not say which class it handles, but handlers and messages are looked up by class, and a class knows no type arguments. Use classes without type parameters; a class that is only extended can be abstract. See docs/errors/NEU005.md
    class OnArray implements EventHandler<String[]> {
        @Override
        public void handle(String[] event) {}
    }

    //! [NEU005] TypeArguments.Raw does not say which class it handles, but handlers and messages are looked up by class, and a class knows no type arguments. Use classes without type parameters; a class that is only extended can be abstract. See docs/errors/NEU005.md
    @SuppressWarnings("rawtypes")
    class Raw implements EventHandler {
        @Override
        public void handle(Object event) {}
    }

    //! [NEU005] TypeArguments.Choosy handles Command with type arguments, but handlers and messages are looked up by class, and a class knows no type arguments. Use classes without type parameters; a class that is only extended can be abstract. See docs/errors/NEU005.md
    class Choosy implements PipelineBehavior<Command<String>> {
        @Override
        public Stage stage() {
            return Stage.OBSERVE;
        }

        @Override
        public <T> OperationResult<T> handle(Command<String> request, Next<Command<String>, T> next)
                throws Exception {
            return next.handle(request);
        }
    }
}
