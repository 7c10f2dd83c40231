package io.neuroglia.behavior.caching;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.caching.QueryCache.Computation;
import io.neuroglia.result.OperationResult;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Somebody who asks on a thread of their own. */
final class Caller<T> implements AutoCloseable {
    private static final Set<Thread.State> WAITING = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private static final long SECONDS = 10;

    private final FutureTask<OperationResult<T>> task;
    private final Thread thread;

    private Caller(Computation<T> computation) {
        task = new FutureTask<>(computation::compute);
        thread = Thread.ofPlatform().start(task);
    }

    static <T> Caller<T> asking(Computation<T> computation) {
        return new Caller<>(computation);
    }

    OperationResult<T> answer() throws Exception {
        return task.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Returns once the caller waits for something. */
    Caller<T> awaitWaiting() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!WAITING.contains(thread.getState())) {
            assertThat(System.nanoTime()).as("time until the caller waits").isLessThan(deadline);
            assertThat(thread.isAlive()).as("the caller still asks").isTrue();
            Thread.onSpinWait();
        }
        return this;
    }

    void interrupt() {
        thread.interrupt();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(SECONDS)))
                .as("the caller ends")
                .isTrue();
    }
}
