package io.neuroglia.pizzeria.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.pizzeria.database.PizzeriaClient.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged application in all ways, and expects every acknowledged order, and every message about it once.
 *
 * <p>The tests share a data directory, so each also finds what the others have left; and a test takes over the
 * application that another has left running.
 */
class CrashRecoveryIT {

    /** So slow that at every moment messages wait to be sent. */
    private static final String SLOW_MESSAGES = "--pizzeria.sms.delay=300ms";

    private static final String LARGE_KITCHEN = "--pizzeria.kitchen.capacity=100000";
    private static final int SOME_ORDERS = 40;
    private static final List<String> CHANNELS = List.of("sms", "kitchen");

    @TempDir
    static Path dataDirectory;

    private static @Nullable PizzeriaProcess running;

    private PizzeriaProcess pizzeria;

    @BeforeEach
    void open() throws IOException {
        pizzeria = running != null && running.isAlive() ? running : start();
    }

    @BeforeAll
    static void cleanUpWhateverHappens() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                cleanUp();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    @AfterAll
    static void cleanUp() throws IOException {
        if (running != null) {
            running.close();
        }
        new DatabaseProcesses(dataDirectory).running().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void nothing_is_lost_or_doubled_when_the_application_is_killed() throws Exception {
        Collection<String> orders;
        Instant killed;
        try (Customers customers = Customers.of(pizzeria).awaitOrders(SOME_ORDERS)) {
            killed = Instant.now();
            pizzeria.killForcibly();
            orders = customers.goHome();
        }

        start();

        assertThatAllIsThereOnce(orders, killed);
    }

    @Test
    void nothing_is_lost_or_doubled_when_application_and_database_are_killed() throws Exception {
        Collection<String> orders;
        Instant killed;
        try (Customers customers = Customers.of(pizzeria).awaitOrders(SOME_ORDERS)) {
            List<ProcessHandle> database = pizzeria.database().running();
            assertThat(database).isNotEmpty();
            killed = Instant.now();
            database.forEach(ProcessHandle::destroyForcibly);
            pizzeria.killForcibly();
            orders = customers.goHome();
        }

        start();

        assertThatAllIsThereOnce(orders, killed);
    }

    @Test
    void a_killed_database_is_reported_and_nothing_is_lost_or_doubled_after_a_restart() throws Exception {
        Collection<String> orders;
        Instant killed;
        try (Customers customers = Customers.of(pizzeria).awaitOrders(SOME_ORDERS)) {
            killed = Instant.now();
            pizzeria.database().server().orElseThrow().destroyForcibly();

            await(() -> pizzeria.client().health() == 503);
            orders = customers.goHome();
            assertThat(customers.otherAnswers()).containsOnly(503);
        }
        pizzeria.terminate();
        assertThat(pizzeria.awaitExit(Duration.ofSeconds(20))).isIn(0, 143);

        start();

        assertThatAllIsThereOnce(orders, killed);
    }

    @Test
    void a_request_in_flight_is_finished_when_the_application_is_asked_to_end() throws Exception {
        try (SlowOrder order = SlowOrder.begin(pizzeria.client())) {

            Instant terminated = Instant.now();
            pizzeria.terminate();

            await(() -> pizzeria.client().health() == 0);
            String id = order.finish();
            assertThat(pizzeria.awaitExit(Duration.ofSeconds(20))).isIn(0, 143);
            assertThat(pizzeria.database().running()).isEmpty();

            start();

            assertThatAllIsThereOnce(List.of(id), terminated);
        }
    }

    @Test
    void a_second_application_on_the_directory_says_so_and_ends_and_the_first_goes_on() throws Exception {
        try (PizzeriaProcess second = PizzeriaProcess.start(dataDirectory)) {
            assertThat(second.awaitExit(Duration.ofSeconds(30))).isEqualTo(1);

            assertThat(second.output())
                    .contains(dataDirectory + "/postgres is in use by another application")
                    .contains("use another directory");
        }
        assertThat(pizzeria.client().placeOrder().statusCode()).isEqualTo(201);
    }

    private static PizzeriaProcess start() throws IOException {
        running = PizzeriaProcess.start(dataDirectory, SLOW_MESSAGES, LARGE_KITCHEN);
        return running.awaitHealthy();
    }

    private static void assertThatAllIsThereOnce(Collection<String> orders, Instant killed) throws IOException {
        assertThat(orders).isNotEmpty();
        for (String order : orders) {
            assertThat(client().statusOfOrder(order)).as("order %s", order).isEqualTo(200);
        }
        await(() -> messagesOn(orders).size() >= orders.size() * CHANNELS.size());
        // Whatever is sent twice has been sent by the time that all of a later order is.
        String later = PizzeriaClient.orderId(client().placeOrder().body());
        await(() -> messagesOn(List.of(later)).size() >= CHANNELS.size());

        assertThat(client().messages())
                .containsKeys(orders.toArray(String[]::new))
                .allSatisfy((order, messages) -> assertThat(messages)
                        .extracting(Message::channel)
                        .doesNotHaveDuplicates()
                        .isSubsetOf(CHANNELS));
        assertThat(messagesOn(orders))
                .as("not all had been sent before")
                .anyMatch(message -> message.sentAt().isAfter(killed));
    }

    private static List<Message> messagesOn(Collection<String> orders) throws IOException {
        Map<String, List<Message>> messages = client().messages();
        return orders.stream()
                .flatMap(order -> messages.getOrDefault(order, List.of()).stream())
                .toList();
    }

    private static PizzeriaClient client() {
        return running.client();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
    }
}
