package io.neuroglia.delivery.running;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The connections that deliveries may use at once. One handler never has all of them, so that it cannot hold up the others.
 * Thread-safe.
 */
final class ConnectionShare {
    private final Semaphore all;
    private final int mostOfOneHandler;
    private final Map<String, Semaphore> byHandler = new ConcurrentHashMap<>();

    ConnectionShare(int connections) {
        this.all = new Semaphore(connections);
        this.mostOfOneHandler = Math.max(1, connections - 1);
    }

    void acquire(String handler) throws InterruptedException {
        Semaphore own = of(handler);
        own.acquire();
        try {
            all.acquire();
        } catch (InterruptedException interrupted) {
            own.release();
            throw interrupted;
        }
    }

    void release(String handler) {
        all.release();
        of(handler).release();
    }

    private Semaphore of(String handler) {
        return byHandler.computeIfAbsent(handler, name -> new Semaphore(mostOfOneHandler));
    }
}
