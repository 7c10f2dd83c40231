package io.neuroglia.benchmarks.dispatch;

import an.awesome.pipelinr.Command;
import an.awesome.pipelinr.CommandHandlers;
import an.awesome.pipelinr.Pipeline;
import an.awesome.pipelinr.Pipelinr;
import io.neuroglia.benchmarks.message.TextHandler;
import io.neuroglia.benchmarks.message.TextRequest;
import java.util.List;

/** PipelinR as its README sets it up without Spring. */
final class PipelinR {
    private static final List<Command.Middleware> BEHAVIORS =
            List.of(new Observing(), new Validating(), new Transacting());

    private PipelinR() {}

    static Sender sender(Rotation rotation, int behaviors) {
        List<TextHandler<?>> handlers = rotation.handlers();
        List<Command.Middleware> middlewares = List.copyOf(BEHAVIORS.subList(0, behaviors));
        CommandHandlers commandHandlers = () -> handlers.stream().map(Command.Handler.class::cast);
        Command.Middlewares commandMiddlewares = middlewares::stream;
        Pipeline pipeline = new Pipelinr().with(commandHandlers).with(commandMiddlewares);
        TextRequest[] requests = rotation.requestOfTurn();
        return turn -> pipeline.send(requests[turn]);
    }

    private static final class Observing implements Command.Middleware {
        @Override
        public <R, C extends Command<R>> R invoke(C command, Next<R> next) {
            return next.invoke();
        }
    }

    private static final class Validating implements Command.Middleware {
        @Override
        public <R, C extends Command<R>> R invoke(C command, Next<R> next) {
            return next.invoke();
        }
    }

    private static final class Transacting implements Command.Middleware {
        @Override
        public <R, C extends Command<R>> R invoke(C command, Next<R> next) {
            return next.invoke();
        }
    }
}
