package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;

import io.neuroglia.message.DomainEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Holds all connections that the deliveries of a process may have, until those of a test wait for one. From then on those
 * to a handler that is known to be quick and to change something share transactions, and have all the time to join.
 */
final class Blockade {
    private static final int PRIMES = 12;

    private final TestDatabase database;
    private final int connections;
    private final DeliveryFixture process;
    private final CountDownLatch taken;
    private final CountDownLatch release = new CountDownLatch(1);

    Blockade(TestDatabase database, int connections) {
        this.database = database;
        this.connections = connections;
        this.taken = new CountDownLatch(connections);
        this.process = database.process(DeliveryFixture.quick(1_000).withConnections(connections));
        process.delivery.joining(Duration.ofHours(1));
        process.on("blocker", Block.class, event -> {
            taken.countDown();
            release.await();
        });
    }

    DeliveryFixture process() {
        return process;
    }

    /** Starts, and lets an event's handler be known; nothing is left of that. */
    void startWith(DomainEvent event) throws Exception {
        process.start();
        for (int i = 0; i < PRIMES; i++) {
            process.raise(event);
            await("it is known to be quick", database::nothingIsLeft);
        }
        database.execute("truncate effect, neuroglia.handled");
    }

    /** Lets the deliveries of events wait until all of them do. */
    void raiseBehind(DomainEvent... events) throws Exception {
        for (int i = 0; i < connections; i++) {
            process.raise(new Block());
        }
        taken.await();
        process.raise(events);
        release.countDown();
    }

    record Block() implements DomainEvent {}
}
