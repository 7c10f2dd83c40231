package io.neuroglia.behavior.caching;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.neuroglia.caching.QueryCache;
import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.UnitOfWork;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers in the memory of this process, on Caffeine: the least used ones make room for others. Other processes keep and
 * forget on their own. Thread-safe.
 *
 * @since 0.1
 */
public final class CaffeineQueryCache implements QueryCache {
    /** How long a caller waits for another one's computation before it computes by itself. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /*
     * A computation stands in the map from before it begins, as a future that its caller completes. That is what makes
     * the rules hold:
     *
     * - Later callers wait for it, for a bounded time. An eviction removes it, so that nobody finds it any more.
     * - Caffeine keeps a completed future only if it is still in the map, so what was evicted meanwhile is not kept.
     * - An eviction visits all that was in the map when it began. What comes later began after the change.
     */
    private final AsyncCache<Key, Optional<Answer>> answers;
    private final Duration longestWait;
    private final BooleanSupplier unitIsOpen;
    private final Consumer<Runnable> afterCommit;

    /**
     * Whether this thread computes: then it waits for nobody. Computations that ask for each other through other threads are
     * not recognized, so nobody waits forever either.
     */
    @SuppressWarnings("ThreadLocalUsage") // of this instance: two applications in one JVM share nothing
    private final ThreadLocal<@Nullable Boolean> computing = new ThreadLocal<>();

    /**
     * A cache beside units of work.
     *
     * @param unitOfWork inside of which nothing is kept, and whose commit evictions wait for
     * @param maximumSize how many answers are kept at most; positive
     * @throws IllegalArgumentException if the size is not positive
     */
    public CaffeineQueryCache(UnitOfWork unitOfWork, long maximumSize) {
        this(maximumSize, Ticker.systemTicker(), unitOfWork::isActive, unitOfWork::afterCommit);
    }

    /**
     * A cache in an application without units of work.
     *
     * @param maximumSize how many answers are kept at most; positive
     * @throws IllegalArgumentException if the size is not positive
     */
    public CaffeineQueryCache(long maximumSize) {
        this(maximumSize, Ticker.systemTicker(), () -> false, Runnable::run);
    }

    CaffeineQueryCache(long maximumSize, Ticker ticker, BooleanSupplier unitIsOpen, Consumer<Runnable> afterCommit) {
        this(maximumSize, ticker, unitIsOpen, afterCommit, LONGEST_WAIT);
    }

    CaffeineQueryCache(
            long maximumSize,
            Ticker ticker,
            BooleanSupplier unitIsOpen,
            Consumer<Runnable> afterCommit,
            Duration longestWait) {
        if (maximumSize <= 0) {
            throw new IllegalArgumentException("The maximum size must be positive, not " + maximumSize);
        }
        this.answers = Caffeine.newBuilder()
                .maximumSize(maximumSize)
                .ticker(ticker)
                .executor(Runnable::run)
                .expireAfter(Expiry.creating((Key key, Optional<Answer> answer) ->
                        answer.map(Answer::timeToLive).orElse(Duration.ZERO)))
                .buildAsync();
        this.longestWait = longestWait;
        this.unitIsOpen = unitIsOpen;
        this.afterCommit = afterCommit;
    }

    @Override
    public <T> OperationResult<T> answer(Key key, Duration timeToLive, Computation<T> computation) throws Exception {
        if (unitIsOpen.getAsBoolean()) {
            return computation.compute();
        }
        CompletableFuture<Optional<Answer>> found = answers.getIfPresent(key);
        if (found == null) {
            CompletableFuture<Optional<Answer>> mine = new CompletableFuture<>();
            found = answers.asMap().putIfAbsent(key, mine);
            if (found == null) {
                return compute(key, timeToLive, computation, mine);
            }
        }
        if (!found.isDone() && computing.get() != null) {
            return computation.compute();
        }
        Optional<Answer> answer = awaited(found);
        return answer.isEmpty() ? computation.compute() : answer.get().as();
    }

    @Override
    public <Q extends Query<?>> void evict(Class<Q> queryType, Predicate<? super Q> which) {
        Objects.requireNonNull(queryType, "queryType");
        Objects.requireNonNull(which, "which");
        if (unitIsOpen.getAsBoolean()) {
            afterCommit.accept(() -> forget(queryType, which));
        } else {
            forget(queryType, which);
        }
    }

    private <Q extends Query<?>> void forget(Class<Q> queryType, Predicate<? super Q> which) {
        answers.asMap()
                .keySet()
                .removeIf(key -> key.query().getClass() == queryType && which.test(queryType.cast(key.query())));
    }

    private <T> OperationResult<T> compute(
            Key key, Duration timeToLive, Computation<T> computation, CompletableFuture<Optional<Answer>> mine)
            throws Exception {
        @Nullable Boolean before = computing.get();
        computing.set(true);
        Optional<Answer> answer = Optional.empty();
        try {
            OperationResult<T> result = computation.compute();
            answer = result.isSuccess() ? Optional.of(new Answer(result, timeToLive)) : answer;
            return result;
        } finally {
            if (before == null) {
                computing.remove();
            }
            if (answer.isEmpty()) {
                answers.asMap().remove(key, mine);
            }
            mine.complete(answer);
        }
    }

    /** What another caller computes: empty if it cannot be shared, or takes too long. */
    private Optional<Answer> awaited(CompletableFuture<Optional<Answer>> found) throws InterruptedException {
        try {
            return found.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("A computation ends with an answer or without, never so", impossible);
        }
    }

    /** A success, and how long it is kept. */
    private record Answer(OperationResult<?> result, Duration timeToLive) {
        @SuppressWarnings("unchecked") // equal keys hold queries of one class, which fixes the type of the data
        <T> OperationResult<T> as() {
            return (OperationResult<T>) result;
        }
    }
}
