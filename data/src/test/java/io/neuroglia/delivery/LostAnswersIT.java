package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The database did what it was told, but its answer did not arrive. */
class LostAnswersIT {
    private final ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean losing = new AtomicBoolean();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void events_of_a_commit_whose_answer_was_lost_are_delivered_once_by_their_owner() throws Exception {
        DataSource losingAnswers = losingAnswers(database.dataSource());
        try (DurableDelivery delivery = DurableDelivery.create(
                losingAnswers, new JdbcTransactions(losingAnswers), DeliveryFixture.quick(1_000))) {
            delivery.start(Mediator.builder()
                    .on("reader", Moved.class, event -> seen.add(event.step()))
                    .build());

            losing.set(true);
            assertThatThrownBy(() -> delivery.unitOfWork().execute(() -> {
                        delivery.unitOfWork().raise("robot", new Moved(1));
                        delivery.unitOfWork().raise("robot", new Moved(2));
                        return OperationResult.noContent();
                    }))
                    .isInstanceOf(DataUnavailableException.class);

            await("both", () -> List.copyOf(seen).equals(List.of(1, 2)));
            await("nothing is left", database::nothingIsLeft);
        }
    }

    @Test
    void a_delivery_claimed_by_a_statement_whose_answer_was_lost_is_found_by_its_owner() throws Exception {
        try (DeliveryFixture stopped = new DeliveryFixture(database)) {
            stopped.on("reader", Moved.class, event -> {}).start();
            stopped.delivery.stop();
            stopped.raise("robot", new Moved(1), new Moved(2));
        }
        database.execute("delete from neuroglia.work");
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("reader", Moved.class, event -> seen.add(event.step()));
            database.execute("update neuroglia.delivery set state = 'retry', attempt = 1, due_at = 'infinity',"
                    + " owner = (select last_value + 1 from neuroglia.process_incarnation_seq)");
            process.start();

            await("found", () -> List.copyOf(seen).equals(List.of(2)));
        }
    }

    private DataSource losingAnswers(DataSource target) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = call(target, method, arguments);
                    return result instanceof Connection connection ? losingAnswers(connection) : result;
                });
    }

    private Connection losingAnswers(Connection target) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = call(target, method, arguments);
                    if (method.getName().equals("commit") && losing.compareAndSet(true, false)) {
                        throw new SQLException("The connection broke after the commit", "08006");
                    }
                    return result;
                });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    record Moved(int step) implements DomainEvent {}
}
