package io.neuroglia.delivery;

import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.message.DomainEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/**
 * Holds back the deliveries to a handler {@code writer} until those of a test wait behind each other. From then on they share
 * transactions, and have all the time to join.
 */
final class Blockade {
    private final DeliveryFixture process;
    private final int loops;
    private final CountDownLatch taken;
    private final CountDownLatch release = new CountDownLatch(1);

    /**
     * A blockade that is not up yet.
     *
     * @param loops how many deliveries to the writer run at once
     */
    Blockade(TestDatabase database, int loops) {
        this.process = database.process(DeliveryFixture.quick(1_000).withJoining(Duration.ofHours(1)));
        this.loops = loops;
        this.taken = new CountDownLatch(loops);
    }

    DeliveryFixture process() {
        return process;
    }

    /** Starts with a handler that sees what is raised behind the blockade. */
    <E extends Queued> void startWith(Class<E> type, EventHandler<E> handler, UnaryOperator<HandlerPolicy> policy) {
        process.knows(Block.class)
                .knows(type)
                .on("writer", Queued.class, event -> {
                    if (event instanceof Block) {
                        taken.countDown();
                        release.await();
                    } else {
                        handler.handle(type.cast(event));
                    }
                })
                .policy("writer", before -> policy.apply(before).withConcurrency(loops))
                .start();
    }

    /** Raises events while all loops are held, then lets them go. */
    void raiseBehind(Queued... events) throws Exception {
        for (int i = 0; i < loops; i++) {
            process.raise(new Block());
        }
        taken.await();
        process.raise(events);
        release.countDown();
    }

    /** What the writer sees. */
    interface Queued extends DomainEvent {}

    /** Holds a loop. */
    record Block() implements Queued {}
}
