package io.neuroglia.behavior.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.neuroglia.caching.QueryCache;
import io.neuroglia.caching.QueryCache.Computation;
import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several callers at the same moment. */
@Timeout(30)
class ConcurrentAnswersTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final QueryCache.Key KEY = new QueryCache.Key(new Menu("pizza"), null);
    private static final QueryCache.Key OTHER = new QueryCache.Key(new Menu("drinks"), null);

    private final CaffeineQueryCache cache = new CaffeineQueryCache(100);
    private final AtomicInteger computed = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void misses_of_one_key_compute_once() throws Exception {
        List<Caller<Integer>> others = new ArrayList<>();
        try (Caller<Integer> first = beginsToCompute(this::next)) {
            for (int i = 0; i < 5; i++) {
                others.add(Caller.asking(() -> cache.answer(KEY, MINUTE, this::next)));
            }
            others.forEach(Caller::awaitWaiting);

            mayEnd.countDown();

            assertThat(first.answer().data()).isEqualTo(1);
            for (Caller<Integer> other : others) {
                assertThat(other.answer()).isSameAs(first.answer());
            }
            assertThat(computed).hasValue(1);
        }
    }

    @Test
    void a_miss_of_another_key_waits_for_nobody() throws Exception {
        try (Caller<Integer> first = beginsToCompute(this::next)) {
            assertThat(cache.answer(OTHER, MINUTE, this::next).data()).isEqualTo(1);

            mayEnd.countDown();
            assertThat(first.answer().data()).isEqualTo(2);
        }
    }

    @Test
    void a_computation_that_began_before_an_eviction_is_neither_joined_nor_kept() throws Exception {
        try (Caller<Integer> first = beginsToCompute(this::next)) {
            cache.evict(Menu.class);

            OperationResult<Integer> fresh = cache.answer(KEY, MINUTE, this::next);
            mayEnd.countDown();

            assertThat(fresh.data()).isEqualTo(1);
            assertThat(first.answer().data()).isEqualTo(2);
            assertThat(cache.answer(KEY, MINUTE, this::next)).isSameAs(fresh);
        }
    }

    @Test
    void a_computation_that_an_eviction_overtook_leaves_nothing() throws Exception {
        try (Caller<Integer> first = beginsToCompute(this::next)) {
            cache.evict(Menu.class, menu -> menu.category().equals("pizza"));
            mayEnd.countDown();
            assertThat(first.answer().data()).isEqualTo(1);

            assertThat(cache.answer(KEY, MINUTE, this::next).data()).isEqualTo(2);
        }
    }

    @Test
    void an_eviction_of_other_queries_does_not_disturb_a_computation() throws Exception {
        try (Caller<Integer> first = beginsToCompute(this::next)) {
            cache.evict(Menu.class, menu -> menu.category().equals("drinks"));
            mayEnd.countDown();
            first.answer();

            assertThat(cache.answer(KEY, MINUTE, this::next)).isSameAs(first.answer());
        }
    }

    @Test
    void who_waits_for_a_failure_computes_for_itself() throws Exception {
        try (Caller<Integer> first = beginsToCompute(() -> OperationResult.serviceUnavailable("deadline"));
                Caller<Integer> second = Caller.asking(() -> cache.answer(KEY, MINUTE, this::next))) {
            second.awaitWaiting();
            mayEnd.countDown();

            assertThat(first.answer().isSuccess()).isFalse();
            assertThat(second.answer().data()).isEqualTo(1);
        }
    }

    @Test
    void who_waits_for_an_exception_computes_for_itself() throws Exception {
        IllegalStateException thrown = new IllegalStateException("bug");
        Computation<Integer> failing = () -> {
            throw thrown;
        };
        try (Caller<Integer> first = beginsToCompute(failing);
                Caller<Integer> second = Caller.asking(() -> cache.answer(KEY, MINUTE, this::next))) {
            second.awaitWaiting();
            mayEnd.countDown();

            assertThatThrownBy(first::answer)
                    .isInstanceOf(ExecutionException.class)
                    .hasCause(thrown);
            assertThat(second.answer().data()).isEqualTo(1);
        }
    }

    @Test
    void who_waits_can_be_interrupted() throws Exception {
        try (Caller<Integer> first = beginsToCompute(this::next);
                Caller<Integer> second = Caller.asking(() -> cache.answer(KEY, MINUTE, this::next))) {
            second.awaitWaiting().interrupt();

            assertThatThrownBy(second::answer).hasCauseInstanceOf(InterruptedException.class);
            mayEnd.countDown();
            assertThat(first.answer().data()).isEqualTo(1);
        }
    }

    @Test
    void a_computation_that_asks_for_itself_does_not_wait_for_itself() throws Exception {
        OperationResult<Integer> answer = cache.answer(KEY, MINUTE, () -> cache.answer(KEY, MINUTE, this::next));

        assertThat(answer.data()).isEqualTo(1);
    }

    @Test
    void two_computations_that_need_each_other_do_not_wait_for_each_other() throws Exception {
        try (Caller<Integer> first = beginsToCompute(() -> cache.answer(OTHER, MINUTE, () -> OperationResult.ok(1)))) {
            OperationResult<Integer> second = cache.answer(OTHER, MINUTE, () -> {
                OperationResult<Integer> needed = cache.answer(KEY, MINUTE, () -> OperationResult.ok(2));
                mayEnd.countDown();
                first.answer();
                return needed;
            });

            assertThat(first.answer().data()).isEqualTo(1);
            assertThat(second.data()).isEqualTo(2);
        }
    }

    /** Somebody whose computation is under way, and ends when it may. */
    @Test
    void computations_that_ask_for_each_other_through_other_threads_end() throws Exception {
        CaffeineQueryCache impatient =
                new CaffeineQueryCache(100, Ticker.systemTicker(), () -> false, Runnable::run, Duration.ofMillis(50));

        OperationResult<Integer> answer = impatient.answer(KEY, MINUTE, () -> {
            try (Caller<Integer> other = Caller.asking(() -> impatient.answer(KEY, MINUTE, this::next))) {
                return other.answer();
            }
        });

        assertThat(answer.data()).isEqualTo(1);
    }

    private Caller<Integer> beginsToCompute(Computation<Integer> end) throws InterruptedException {
        Caller<Integer> caller = Caller.asking(() -> cache.answer(KEY, MINUTE, () -> {
            begun.countDown();
            mayEnd.await();
            return end.compute();
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        return caller;
    }

    private OperationResult<Integer> next() {
        return OperationResult.ok(computed.incrementAndGet());
    }

    record Menu(String category) implements Query<Integer> {}
}
