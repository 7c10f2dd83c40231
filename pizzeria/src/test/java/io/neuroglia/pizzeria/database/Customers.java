package io.neuroglia.pizzeria.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Some customers who order at the same time, again and again, until they are sent home. */
final class Customers implements AutoCloseable {

    private static final int COUNT = 8;

    private final PizzeriaClient client;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Set<Integer> otherAnswers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean home = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Customers(PizzeriaClient client) {
        this.client = client;
    }

    static Customers of(PizzeriaProcess pizzeria) {
        Customers customers = new Customers(pizzeria.client());
        for (int customer = 0; customer < COUNT; customer++) {
            customers.threads.execute(customers::order);
        }
        return customers;
    }

    private void order() {
        while (!home.get()) {
            try {
                HttpResponse<String> response = client.placeOrder();
                if (response.statusCode() == 201) {
                    acknowledged.add(PizzeriaClient.orderId(response.body()));
                } else {
                    otherAnswers.add(response.statusCode());
                }
            } catch (IOException e) {
                // The pizzeria is being killed: what it did not acknowledge it need not keep.
                Thread.onSpinWait();
            }
        }
    }

    Customers awaitOrders(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged.size() >= count);
        return this;
    }

    /** Returns the orders that were acknowledged, after the last answer has come. */
    Collection<String> goHome() {
        close();
        return List.copyOf(acknowledged);
    }

    /** Returns the status codes with which orders were refused. */
    Set<Integer> otherAnswers() {
        return otherAnswers;
    }

    @Override
    public void close() {
        home.set(true);
        threads.close();
    }
}
