package io.neuroglia.benchmarks.dispatch;

import io.neuroglia.benchmarks.message.TextHandler;
import io.neuroglia.benchmarks.message.TextRequest;
import io.neuroglia.result.OperationResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A map from class to function, with the behaviors around each function composed beforehand. */
final class HandWritten {
    /** From the inside out. */
    private static final List<UnaryOperator<Function<TextRequest, OperationResult<String>>>> BEHAVIORS =
            List.of(Transacting::new, Validating::new, Observing::new);

    private HandWritten() {}

    static Sender sender(Rotation rotation, int behaviors) {
        Map<Class<?>, Function<TextRequest, OperationResult<String>>> functions = new HashMap<>();
        for (int type = 0; type < rotation.requests().size(); type++) {
            functions.put(
                    rotation.requests().get(type).getClass(),
                    surrounded(rotation.handlers().get(type), behaviors));
        }
        TextRequest[] requests = rotation.requestOfTurn();
        return turn -> {
            TextRequest request = requests[turn];
            return Objects.requireNonNull(functions.get(request.getClass())).apply(request);
        };
    }

    @SuppressWarnings("unchecked") // found under the class of its own request
    private static Function<TextRequest, OperationResult<String>> surrounded(TextHandler<?> handler, int behaviors) {
        Function<TextRequest, OperationResult<String>> function = ((TextHandler<TextRequest>) handler)::handle;
        for (UnaryOperator<Function<TextRequest, OperationResult<String>>> behavior : BEHAVIORS.subList(0, behaviors)) {
            function = behavior.apply(function);
        }
        return function;
    }

    private record Observing(Function<TextRequest, OperationResult<String>> next)
            implements Function<TextRequest, OperationResult<String>> {
        @Override
        public OperationResult<String> apply(TextRequest request) {
            return next.apply(request);
        }
    }

    private record Validating(Function<TextRequest, OperationResult<String>> next)
            implements Function<TextRequest, OperationResult<String>> {
        @Override
        public OperationResult<String> apply(TextRequest request) {
            return next.apply(request);
        }
    }

    private record Transacting(Function<TextRequest, OperationResult<String>> next)
            implements Function<TextRequest, OperationResult<String>> {
        @Override
        public OperationResult<String> apply(TextRequest request) {
            return next.apply(request);
        }
    }
}
