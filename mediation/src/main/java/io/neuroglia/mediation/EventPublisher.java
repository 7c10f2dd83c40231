package io.neuroglia.mediation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One publication of one event to its handlers; without a failure it leaves nothing behind. */
final class EventPublisher {
    private EventPublisher() {}

    static void publish(Object event, List<EventSubscription> handlers, PublishStrategy strategy) {
        @Nullable
        Map<String, Throwable> failures = switch (strategy) {
            case ALL_IN_TURN -> inTurn(event, handlers, false);
            case UNTIL_FIRST_FAILURE -> inTurn(event, handlers, true);
            case ALL_AT_ONCE -> atOnce(event, handlers);
        };
        if (failures != null) {
            throw new EventPublicationException(event.getClass(), failures);
        }
    }

    private static @Nullable Map<String, Throwable> inTurn(
            Object event, List<EventSubscription> handlers, boolean untilFirstFailure) {
        @Nullable Map<String, Throwable> failures = null;
        for (int i = 0; i < handlers.size(); i++) { // an iterator would be allocated for each event
            EventSubscription handler = handlers.get(i);
            try {
                handler.deliver(event);
            } catch (Throwable failure) {
                failures = noted(failures, handler, failure);
                if (untilFirstFailure) {
                    break;
                }
            }
        }
        return failures;
    }

    private static @Nullable Map<String, Throwable> atOnce(Object event, List<EventSubscription> handlers) {
        List<CompletableFuture<Boolean>> running = new ArrayList<>();
        for (EventSubscription handler : handlers) {
            running.add(VirtualThreadTask.start(() -> {
                handler.deliver(event);
                return true;
            }));
        }
        @Nullable Map<String, Throwable> failures = null;
        for (int i = 0; i < running.size(); i++) {
            Throwable failure = outcome(running.get(i), running);
            if (failure != null) {
                failures = noted(failures, handlers.get(i), failure);
            }
        }
        return failures;
    }

    /** Waits for one handler; a publisher that is interrupted interrupts them all and waits no longer. */
    private static @Nullable Throwable outcome(CompletableFuture<Boolean> task, List<CompletableFuture<Boolean>> all) {
        try {
            task.get();
            return null;
        } catch (InterruptedException interrupted) {
            all.forEach(other -> other.cancel(true));
            Thread.currentThread().interrupt();
            return interrupted;
        } catch (CancellationException cancelled) {
            return cancelled;
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    private static Map<String, Throwable> noted(
            @Nullable Map<String, Throwable> failures, EventSubscription handler, Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        Map<String, Throwable> noted = failures == null ? new LinkedHashMap<>() : failures;
        noted.put(handler.handlerName(), failure);
        return noted;
    }
}
