package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Applications that share a database, and nodes that share an application. */
class NamespacesIT {
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void two_applications_with_the_same_names_take_nothing_from_each_other() throws Exception {
        try (DurableDelivery shop = started(settings("shop"));
                DurableDelivery bakery = started(settings("bakery"))) {
            for (int i = 0; i < 20; i++) {
                raise(shop, new Ordered("shop"));
                raise(bakery, new Ordered("bakery"));
            }
            await("all are delivered", () -> calls.size() == 40);
        }

        assertThat(calls).containsOnly("shop got shop", "bakery got bakery");
        assertThat(database.texts("select count(*) from shop.event union all select count(*) from bakery.event"))
                .containsExactly("20", "20");
        assertThat(database.texts("select 1 from pg_namespace where nspname = 'neuroglia'"))
                .isEmpty();
    }

    @Test
    void a_key_that_is_locked_in_one_schema_is_free_in_another() throws Exception {
        try (DurableDelivery shop = started(settings("shop"));
                DurableDelivery bakery = started(settings("bakery"));
                Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('shop./key/key', 20726))");

            raise(bakery, new Ordered("bakery"));
            await("the one is delivered", () -> calls.contains("bakery got bakery"));
            Thread raising = Thread.ofVirtual().start(() -> raise(shop, new Ordered("shop")));
            await(
                    "the other waits",
                    () -> !database.texts("select 1 from pg_locks where not granted")
                            .isEmpty());

            statement.execute("select pg_advisory_unlock_all()");
            raising.join(Duration.ofSeconds(20));
            await("it is delivered, too", () -> calls.contains("shop got shop"));
        }
    }

    @Test
    void an_application_is_not_told_of_anothers_work() throws Exception {
        try (DurableDelivery shop = started(settings("shop").withListening().withMaxInFlight(1));
                Connection neighbour = database.dataSource().getConnection();
                Connection node = database.dataSource().getConnection();
                Statement listening = neighbour.createStatement();
                Statement listeningToo = node.createStatement()) {
            listening.execute("listen bakery_work");
            listeningToo.execute("listen shop_work");
            for (int i = 0; i < 20; i++) {
                raise(shop, new Ordered("shop"));
            }
            await("all are delivered", () -> calls.size() == 20);

            await("the other nodes were told", () -> notices(node) > 0);
            assertThat(notices(neighbour)).isZero();
            listening.execute("unlisten *");
            listeningToo.execute("unlisten *");
        }
    }

    @Test
    void a_second_application_is_refused_and_told_what_to_do() {
        create(settings("shop")).close();

        assertThatThrownBy(() -> create(settings("bakery").withSchema("shop")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"shop\"")
                .hasMessageContaining("\"bakery\"")
                .hasMessageContaining("DeliverySettings.withSchema")
                .hasMessageContaining("shop.application");
    }

    @Test
    void several_nodes_of_an_application_share_a_schema() throws Exception {
        try (DurableDelivery first = started(settings("shop"));
                DurableDelivery second = started(settings("shop"))) {
            raise(first, new Ordered("first"));
            raise(second, new Ordered("second"));
            await("both are delivered", () -> calls.size() == 2);
        }
    }

    @Test
    void nodes_that_start_at_once_create_the_tables_once() throws Exception {
        List<Thread> nodes = Stream.of(1, 2, 3)
                .map(node ->
                        Thread.ofVirtual().start(() -> create(settings("shop")).close()))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(database.texts("select name from shop.application")).containsExactly("shop");
        assertThat(database.texts("select count(*) from pg_inherits where inhparent = 'shop.event'::regclass"))
                .containsExactly("5");
    }

    private DurableDelivery started(DeliverySettings settings) {
        DurableDelivery delivery = create(settings);
        delivery.start(Mediator.builder()
                .on("clerk", Ordered.class, event -> calls.add(settings.application() + " got " + event.from()))
                .build());
        return delivery;
    }

    private DurableDelivery create(DeliverySettings settings) {
        return DurableDelivery.create(database.dataSource(), new JdbcTransactions(database.dataSource()), settings);
    }

    private static DeliverySettings settings(String application) {
        return DeliverySettings.forApplication(application).withSchema(application);
    }

    private static int notices(Connection connection) {
        try {
            var received = connection.unwrap(PGConnection.class).getNotifications(100);
            return received == null ? 0 : received.length;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void raise(DurableDelivery delivery, Ordered event) {
        try {
            OperationResult<Void> stored = delivery.unitOfWork().execute(() -> {
                delivery.unitOfWork().raise("key", event);
                return OperationResult.noContent();
            });
            assertThat(stored.isSuccess()).isTrue();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    record Ordered(String from) implements DomainEvent {}
}
