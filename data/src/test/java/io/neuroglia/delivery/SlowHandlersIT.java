package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.message.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A handler that hangs, beside one that does not: both are to see all events, many more than a process may own. */
class SlowHandlersIT {
    private static final int EVENTS = 2_000;
    private static final int THREADS = 4;

    private final Set<Integer> fast = ConcurrentHashMap.newKeySet();
    private final Set<Integer> slow = ConcurrentHashMap.newKeySet();
    private final CountDownLatch release = new CountDownLatch(1);

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process(DeliveryFixture.quick(1_000));

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "50, false", "50, true"})
    void a_handler_that_hangs_does_not_hold_up_another_one(int keys, boolean holdingConnections) throws Exception {
        process.on("fast", Numbered.class, event -> fast.add(event.number()))
                .on("slow", Numbered.class, event -> {
                    if (holdingConnections) {
                        process.effect("slow", event.number());
                    }
                    release.await();
                    slow.add(event.number());
                })
                .policy("slow", policy -> holdingConnections ? policy : policy.withoutTransaction())
                .policy("fast", HandlerPolicy::withoutTransaction)
                .start();

        raiseAll(keys);

        await("the fast handler has seen all", () -> fast.size() == EVENTS);
        assertThat(slow).isEmpty();
        release.countDown();
        await("the slow one, too", () -> slow.size() == EVENTS);
        await("nothing is left", database::nothingIsLeft);
        if (holdingConnections) {
            assertThat(database.texts("select count(*) from effect")).containsExactly(Integer.toString(EVENTS));
        }
    }

    private void raiseAll(int keys) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            threads.add(Thread.ofVirtual().start(() -> {
                for (int number = first; number < EVENTS; number += THREADS) {
                    raise(keys, number);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void raise(int keys, int number) {
        try {
            if (keys == 0) {
                process.raise(new Numbered(number));
            } else {
                process.raise("key" + number % keys, new Numbered(number));
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    record Numbered(int number) implements DomainEvent {}
}
