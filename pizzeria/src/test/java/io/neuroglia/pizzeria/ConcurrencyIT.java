package io.neuroglia.pizzeria;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@RunsPizzeria("pizzeria.kitchen.capacity=40")
class ConcurrencyIT {
    private static final int AT_ONCE = 16;

    private final RunningPizzeria pizzeria;
    private final Client anyone;

    ConcurrencyIT(RunningPizzeria pizzeria) {
        this.pizzeria = pizzeria;
        anyone = pizzeria.anyone();
    }

    @RepeatedTest(3)
    void of_two_who_cook_one_order_one_wins() throws Exception {
        pizzeria.database()
                .sql("update pizzeria.kitchen_load set open_orders = 0")
                .update();
        String id = anyone.order(OrderText.seed());

        List<Answer> answers =
                together(2, cook -> pizzeria.luigi().put("/api/orders/" + id + "/cook", """
                    {"kitchen_staff_id": "staff_%d", "estimated_cooking_time_minutes": 20}\
                    """.formatted(cook)));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 400, 409);
        assertThat(pizzeria.database()
                        .sql("select version from pizzeria.customer_order where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_kitchens_capacity_is_reached_and_never_exceeded() throws Exception {
        pizzeria.database()
                .sql("update pizzeria.kitchen_load set open_orders = 0")
                .update();
        String address = "\"Capacity Lane\"";

        List<Answer> answers = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            answers.addAll(together(
                    AT_ONCE,
                    caller -> anyone.post(
                            "/api/orders",
                            OrderText.seed().with("customer_address", address).json())));
        }

        Map<Integer, Long> byStatus = answers.stream().collect(groupingBy(Answer::status, counting()));
        assertThat(byStatus).isEqualTo(Map.of(201, 40L, 503, 24L));
        assertThat(answers).filteredOn(answer -> answer.status() == 503).allSatisfy(full -> {
            assertThat(full.detail()).isEqualTo("Kitchen is at capacity. Estimated wait time is 45 minutes.");
            assertThat(Integer.parseInt(full.header("Retry-After"))).isPositive();
        });
        assertThat(pizzeria.database()
                        .sql("select count(*) from pizzeria.customer_order"
                                + " where state -> 'customer' ->> 'address' = 'Capacity Lane'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
    }

    private static List<Answer> together(int callers, Call call) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(callers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = IntStream.range(0, callers)
                    .<Callable<Answer>>mapToObj(caller -> () -> {
                        barrier.await(10, TimeUnit.SECONDS);
                        return call.by(caller);
                    })
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private interface Call {
        Answer by(int caller);
    }
}
