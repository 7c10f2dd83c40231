package io.neuroglia.spring.data;

import io.neuroglia.delivery.administration.Backlog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backlog for whoever watches it. It is read on another thread, only when somebody asks, at most once per interval, and
 * never for more than a tenth of the time; who asks waits a moment at most. Thread-safe.
 */
final class BacklogReader {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogReader.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SHARE = 10;

    private final Supplier<List<Backlog>> query;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private CompletableFuture<Optional<List<Backlog>>> reading = CompletableFuture.completedFuture(Optional.empty());
    private volatile Optional<List<Backlog>> last = Optional.empty();
    private volatile boolean failing;
    private volatile @Nullable Long next;
    private long begun;

    BacklogReader(Supplier<List<Backlog>> query, Duration interval, LongSupplier nanoTime) {
        this.query = query;
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    /** What is unfinished; empty if that is not known, because it could not be read or was never read yet. */
    Optional<List<Backlog>> current() {
        CompletableFuture<Optional<List<Backlog>>> current = refreshed();
        try {
            return current.get(Math.max(0, begun() + PATIENCE_NANOS - nanoTime.getAsLong()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            return last;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return last;
        } catch (ExecutionException bug) {
            throw new IllegalStateException("Reading the backlog ended in a way that it should not", bug.getCause());
        }
    }

    private synchronized CompletableFuture<Optional<List<Backlog>>> refreshed() {
        Long due = next;
        if (reading.isDone() && (due == null || nanoTime.getAsLong() - due >= 0)) {
            begun = nanoTime.getAsLong();
            reading = new CompletableFuture<>();
            CompletableFuture<Optional<List<Backlog>>> answer = reading;
            Thread.ofVirtual().name("neuroglia-backlog").start(() -> answer.complete(read()));
        }
        return reading;
    }

    private synchronized long begun() {
        return begun;
    }

    private Optional<List<Backlog>> read() {
        long before = nanoTime.getAsLong();
        Optional<List<Backlog>> answer = Optional.empty();
        try {
            answer = Optional.of(List.copyOf(query.get()));
            failing = false;
        } catch (RuntimeException failure) {
            logOnce(failure);
        }
        long after = nanoTime.getAsLong();
        last = answer;
        next = after + Math.max(intervalNanos, SHARE * (after - before));
        return answer;
    }

    private void logOnce(RuntimeException failure) {
        if (!failing) {
            failing = true;
            LOG.warn(
                    "The backlog of durable delivery cannot be read, so its figures are missing until it can", failure);
        }
    }
}
