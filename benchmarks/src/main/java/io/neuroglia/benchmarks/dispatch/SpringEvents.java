package io.neuroglia.benchmarks.dispatch;

import io.neuroglia.benchmarks.message.TextHandler;
import io.neuroglia.benchmarks.message.TextRequest;
import io.neuroglia.result.OperationResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * Spring's {@code publishEvent}, with a listener for each class of request. Events have no answer, so the listener leaves
 * it where the sender looks; nor is there anything like a behavior.
 */
final class SpringEvents {
    private SpringEvents() {}

    static Sender sender(Rotation rotation) {
        GenericApplicationContext context = new GenericApplicationContext();
        Answer answer = new Answer();
        for (int type = 0; type < rotation.requests().size(); type++) {
            context.addApplicationListener(listener(
                    rotation.requests().get(type).getClass(),
                    rotation.handlers().get(type),
                    answer));
        }
        context.refresh();
        TextRequest[] requests = rotation.requestOfTurn();
        return turn -> {
            context.publishEvent(requests[turn]);
            return Objects.requireNonNull(answer.last);
        };
    }

    @SuppressWarnings("unchecked") // told of its own request only
    private static Listener listener(Class<?> requestType, TextHandler<?> handler, Answer answer) {
        return new Listener(requestType, (TextHandler<TextRequest>) handler, answer);
    }

    private static final class Answer {
        private @Nullable OperationResult<String> last;
    }

    private record Listener(Class<?> requestType, TextHandler<TextRequest> handler, Answer answer)
            implements GenericApplicationListener {
        @Override
        public boolean supportsEventType(ResolvableType eventType) {
            return eventType.getRawClass() == PayloadApplicationEvent.class
                    && eventType.getGeneric().resolve() == requestType;
        }

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            answer.last = handler.handle((TextRequest) ((PayloadApplicationEvent<?>) event).getPayload());
        }
    }
}
