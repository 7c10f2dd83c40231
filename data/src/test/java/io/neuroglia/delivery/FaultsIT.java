package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is thrown at any call of the database, on any thread of delivery: the work goes on and takes effect once. */
class FaultsIT {
    private static final int CALLS = 24;
    private static final Map<String, Supplier<Throwable>> FAULTS = Map.of(
            "error of the stack", StackOverflowError::new,
            "error of the heap", () -> new OutOfMemoryError("by chance"),
            "exception of the driver", () -> new SQLException("by chance", "08006"),
            "mistake", () -> new IllegalStateException("by chance"));

    private final Set<Integer> failedOnce = ConcurrentHashMap.newKeySet();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @ParameterizedTest
    @MethodSource("faults")
    void delivery_goes_on_after_a_fault_at_each_call(String threads, Supplier<Throwable> fault) throws Exception {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        try (DeliveryFixture process = new DeliveryFixture(faulty.dataSource(), DeliveryFixture.quick(100))) {
            process.on("good", Happened.class, event -> process.effect("good", event.number()))
                    .on("flaky", Happened.class, event -> {
                        process.effect("flaky", event.number());
                        if (failedOnce.add(event.number())) {
                            throw new IOException("gateway is down");
                        }
                    })
                    .start();

            for (int n = 1; n <= CALLS; n++) {
                faulty.arm(threads, 1 + n / 2, n % 2 == 1, fault.get());
                process.raise(new Happened(10 * n));
                process.raise("key", new Happened(10 * n + 1), new Happened(10 * n + 2));
                await("the fault", () -> !faulty.isArmed());
                await("all after the fault at call " + n, database::nothingIsLeft);
            }

            await("no failure is left", () -> process.delivery.status().failure() == null);
            assertThat(process.delivery.status().delivers()).isTrue();
            assertThat(database.texts("select count(*) from effect")).containsExactly(Integer.toString(CALLS * 3 * 2));
            assertThat(database.texts("select event from effect group by event, handler having count(*) > 1"))
                    .isEmpty();
            assertThat(database.texts("select event from effect where handler = 'flaky' and event::int % 10 > 0"
                            + " order by nr"))
                    .isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of("neuroglia-worker", "neuroglia-delivery")
                .flatMap(threads -> FAULTS.entrySet().stream()
                        .map(fault -> Arguments.of(threads, Named.of(fault.getKey(), fault.getValue()))));
    }

    record Happened(int number) implements DomainEvent {}
}
