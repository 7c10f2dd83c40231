package io.neuroglia.delivery.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.DeliveryFixture;
import io.neuroglia.delivery.TestDatabase;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process whose handler {@code sms} fails while the gateway is down, and whose handler {@code kitchen} never does. */
final class AdministrationFixture implements AutoCloseable {
    static final Intervention PEACH = new Intervention("peach", "The gateway is back");

    final TestDatabase database;
    final DeliveryFixture process;
    final AtomicBoolean gatewayIsDown = new AtomicBoolean();

    AdministrationFixture() throws Exception {
        database = new TestDatabase();
        process = another();
    }

    /** A process with the same handlers on the same database. */
    DeliveryFixture another() {
        DeliveryFixture another = new DeliveryFixture(database);
        return another.on("sms", Ordered.class, event -> send(another, event))
                .on("kitchen", Ordered.class, event -> another.effect("kitchen", event));
    }

    DeliveryAdministration administration() {
        return process.delivery.administration();
    }

    AdministrationFixture start() {
        process.start();
        return this;
    }

    /** An event that nobody delivers, because the process does not run. */
    UUID stored(int number) throws Exception {
        process.delivery.stop();
        process.raise(new Ordered(number, "555"));
        return id(number);
    }

    /** A delivery to {@code sms} that failed and is parked, whose event is finished with {@code kitchen}. */
    DeliveryId parked(int number) throws Exception {
        gatewayIsDown.set(true);
        process.raise(new Ordered(number, "555"));
        DeliveryId parked = park(number);
        gatewayIsDown.set(false);
        return parked;
    }

    /** Parks the delivery to {@code sms} once it has failed. */
    DeliveryId park(int number) {
        UUID id = id(number);
        DeliveryFixture.await("it is parked", () -> park(id));
        return new DeliveryId(id, "sms");
    }

    /** Raises an event with a key in a unit of work that commits. */
    void raise(String key, DomainEvent event) throws Exception {
        process.unitOfWork.execute(() -> {
            process.unitOfWork.raise(key, event);
            return OperationResult.noContent();
        });
    }

    UUID id(int number) {
        return UUID.fromString(
                database.texts("select id from neuroglia.event where payload::json ->> 'number' = '" + number + "'")
                        .getFirst());
    }

    OpenDelivery only(DeliveryFilter filter) {
        List<OpenDelivery> found = administration().list(filter, null, 10).deliveries();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Reads all pages. */
    List<OpenDelivery> all(DeliveryFilter filter, int pageSize) {
        List<OpenDelivery> all = new ArrayList<>();
        String next = null;
        do {
            var page = administration().list(filter, next, pageSize);
            assertThat(page.deliveries().size()).isLessThanOrEqualTo(pageSize);
            all.addAll(page.deliveries());
            next = page.next();
        } while (next != null);
        return all;
    }

    List<String> effects() {
        return database.texts("select handler || ' ' || event from effect order by 1");
    }

    /** How events ended with handlers. */
    List<String> inbox() {
        return database.texts("select handler || ' ' || outcome from neuroglia.handled order by 1");
    }

    List<String> audit() {
        return database.texts("select action || ' ' || coalesce(handler, '-') || ' by ' || actor || ': ' || reason"
                + " from neuroglia.intervention order by id");
    }

    boolean isFinished() {
        return unfinished().isEmpty();
    }

    List<String> unfinished() {
        return database.texts("select event_id::text from neuroglia.work"
                + " union all select event_id::text from neuroglia.delivery");
    }

    @Override
    public void close() {
        process.close();
        database.close();
    }

    private void send(DeliveryFixture sender, Ordered event) throws Exception {
        if (gatewayIsDown.get()) {
            throw new IOException("Gateway is down");
        }
        sender.effect("sms", event);
    }

    private boolean park(UUID id) {
        return !database.texts("update neuroglia.delivery set state = 'parked' where owner is null and event_id = '"
                        + id + "' returning event_id")
                .isEmpty();
    }

    record Ordered(int number, String phone) implements DomainEvent {}

    record Cancelled(int number) implements DomainEvent {}
}
