package io.neuroglia.behavior.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.caching.QueryCache;
import io.neuroglia.caching.QueryCache.Computation;
import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is kept, for how long, and what units of work have to do with it. */
class CaffeineQueryCacheTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong();
    private final ActionUnitOfWork unitOfWork = new ActionUnitOfWork();
    private final CaffeineQueryCache cache =
            new CaffeineQueryCache(100, nanos::get, unitOfWork::isActive, unitOfWork::afterCommit);
    private final AtomicInteger computed = new AtomicInteger();

    @Test
    void an_answer_is_given_again_to_an_equal_query() throws Exception {
        OperationResult<Integer> first = cache.answer(key("4711"), MINUTE, this::next);
        OperationResult<Integer> second = cache.answer(key("4711"), MINUTE, this::next);
        OperationResult<Integer> other = cache.answer(key("4712"), MINUTE, this::next);

        assertThat(first.data()).isEqualTo(1);
        assertThat(second).isSameAs(first);
        assertThat(other.data()).isEqualTo(2);
    }

    @Test
    void queries_of_equal_hash_have_answers_of_their_own() throws Exception {
        OperationResult<Integer> one = cache.answer(new QueryCache.Key(new SameHash("one"), null), MINUTE, this::next);
        OperationResult<Integer> two = cache.answer(new QueryCache.Key(new SameHash("two"), null), MINUTE, this::next);

        assertThat(one.data()).isEqualTo(1);
        assertThat(two.data()).isEqualTo(2);
        assertThat(cache.answer(new QueryCache.Key(new SameHash("one"), null), MINUTE, this::next))
                .isSameAs(one);
    }

    @Test
    void an_empty_list_is_an_answer() throws Exception {
        Computation<List<String>> none = () -> {
            computed.incrementAndGet();
            return OperationResult.ok(List.of());
        };

        cache.answer(key("4711"), MINUTE, none);
        OperationResult<List<String>> again = cache.answer(key("4711"), MINUTE, none);

        assertThat(again.data()).isEmpty();
        assertThat(computed).hasValue(1);
    }

    @Test
    void a_failure_is_not_kept() throws Exception {
        OperationResult<Integer> failure = cache.answer(key("4711"), MINUTE, () -> OperationResult.notFound("Order"));
        OperationResult<Integer> success = cache.answer(key("4711"), MINUTE, this::next);

        assertThat(failure.isSuccess()).isFalse();
        assertThat(success.data()).isEqualTo(1);
    }

    @Test
    void an_exception_passes_through_and_leaves_nothing() throws Exception {
        Exception thrown = new Exception("disk");

        assertThatThrownBy(() -> cache.answer(key("4711"), MINUTE, () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(cache.answer(key("4711"), MINUTE, this::next).data()).isEqualTo(1);
    }

    @Test
    void an_answer_ends_with_its_time_although_it_is_read() throws Exception {
        cache.answer(key("4711"), MINUTE, this::next);
        cache.answer(key("4712"), Duration.ofHours(1), this::next);

        nanos.addAndGet(MINUTE.toNanos() - 1);
        assertThat(cache.answer(key("4711"), MINUTE, this::next).data()).isEqualTo(1);
        nanos.addAndGet(1);

        assertThat(cache.answer(key("4711"), MINUTE, this::next).data()).isEqualTo(3);
        assertThat(cache.answer(key("4712"), MINUTE, this::next).data()).isEqualTo(2);
    }

    @Test
    void the_time_of_an_answer_may_be_longer_than_the_clock_can_count() throws Exception {
        cache.answer(key("4711"), Duration.ofHours(Integer.MAX_VALUE), this::next);

        assertThat(cache.answer(key("4711"), MINUTE, this::next).data()).isEqualTo(1);
    }

    @Test
    void no_more_answers_are_kept_than_allowed() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            cache.answer(key("order " + i), MINUTE, this::next);
        }
        computed.set(0);

        for (int i = 0; i < 1_000; i++) {
            cache.answer(key("order " + i), MINUTE, this::next);
        }

        assertThat(computed.get()).isGreaterThanOrEqualTo(900);
    }

    @Test
    void a_size_of_nothing_is_refused() {
        assertThatThrownBy(() -> new CaffeineQueryCache(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The maximum size must be positive, not 0");
    }

    @Test
    void an_eviction_concerns_the_queries_that_it_means() throws Exception {
        cache.answer(key("4711"), MINUTE, this::next);
        cache.answer(key("4712"), MINUTE, this::next);
        cache.answer(new QueryCache.Key(new SameHash("4711"), null), MINUTE, this::next);

        cache.evict(OrderStatus.class, query -> query.orderId().equals("4711"));

        assertThat(cache.answer(key("4711"), MINUTE, this::next).data()).isEqualTo(4);
        assertThat(cache.answer(key("4712"), MINUTE, this::next).data()).isEqualTo(2);
        assertThat(cache.answer(new QueryCache.Key(new SameHash("4711"), null), MINUTE, this::next)
                        .data())
                .isEqualTo(3);
    }

    @Test
    void inside_a_unit_of_work_nothing_is_read_or_kept() throws Exception {
        cache.answer(key("4711"), MINUTE, this::next);

        OperationResult<Integer> inside = unitOfWork.execute(() -> {
            cache.answer(key("4712"), MINUTE, this::next);
            return cache.answer(key("4711"), MINUTE, this::next);
        });

        assertThat(inside.data()).isEqualTo(3);
        assertThat(cache.answer(key("4711"), MINUTE, this::next).data()).isEqualTo(1);
        assertThat(cache.answer(key("4712"), MINUTE, this::next).data()).isEqualTo(4);
    }

    @Test
    void an_eviction_inside_a_unit_of_work_waits_for_its_commit() throws Exception {
        cache.answer(key("4711"), MINUTE, this::next);

        unitOfWork.execute(() -> {
            cache.evict(OrderStatus.class);
            assertThat(elsewhere(() -> cache.answer(key("4711"), MINUTE, this::next)))
                    .as("read by others before the commit")
                    .extracting(OperationResult::data)
                    .isEqualTo(1);
            return OperationResult.ok("changed");
        });

        assertThat(cache.answer(key("4711"), MINUTE, this::next).data()).isEqualTo(2);
    }

    @Test
    void an_eviction_of_a_unit_that_rolls_back_does_not_happen() throws Exception {
        cache.answer(key("4711"), MINUTE, this::next);

        unitOfWork.execute(() -> {
            cache.evict(OrderStatus.class);
            return OperationResult.conflict("changed meanwhile");
        });

        assertThat(cache.answer(key("4711"), MINUTE, this::next).data()).isEqualTo(1);
    }

    @Test
    void without_units_of_work_an_eviction_happens_at_once() throws Exception {
        CaffeineQueryCache plain = new CaffeineQueryCache(100);
        plain.answer(key("4711"), MINUTE, this::next);

        plain.evict(OrderStatus.class);

        assertThat(plain.answer(key("4711"), MINUTE, this::next).data()).isEqualTo(2);
    }

    private OperationResult<Integer> next() {
        return OperationResult.ok(computed.incrementAndGet());
    }

    private static <T> OperationResult<T> elsewhere(Computation<T> computation) throws Exception {
        try (Caller<T> caller = Caller.asking(computation)) {
            return caller.answer();
        }
    }

    private static QueryCache.Key key(String orderId) {
        return new QueryCache.Key(new OrderStatus(orderId), null);
    }

    record OrderStatus(String orderId) implements Query<Integer> {}

    record SameHash(String name) implements Query<Integer> {
        @Override
        public int hashCode() {
            return 1;
        }
    }
}
