package io.neuroglia.mediation;

import io.neuroglia.context.RequestContext;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A call on a virtual thread of its own, with the caller's context; cancelling interrupts it. */
final class VirtualThreadTask<V> extends CompletableFuture<V> {
    private @Nullable Thread thread;

    private VirtualThreadTask() {}

    static <V> CompletableFuture<V> start(Callable<V> call) {
        VirtualThreadTask<V> task = new VirtualThreadTask<>();
        RequestContext context = RequestContext.currentOrNew();
        @Nullable Map<String, String> logging = MDC.getCopyOfContextMap();
        Thread thread = Thread.ofVirtual().name("neuroglia-async").unstarted(() -> task.run(call, context, logging));
        task.thread = thread;
        thread.start();
        return task;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Thread running = thread;
        if (cancelled && running != null) {
            running.interrupt();
        }
        return cancelled;
    }

    /** Dependent futures are plain ones: cancelling them does not reach the call. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    private void run(Callable<V> call, RequestContext context, @Nullable Map<String, String> logging) {
        if (isDone()) {
            return; // cancelled before it began
        }
        if (logging != null) {
            MDC.setContextMap(logging);
        }
        try {
            complete(context.call(call));
        } catch (Throwable failure) {
            completeExceptionally(failure);
        }
    }
}
