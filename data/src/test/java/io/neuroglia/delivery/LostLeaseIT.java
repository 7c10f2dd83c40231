package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A process that reaches the database, but cannot renew its lease. */
class LostLeaseIT {
    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

    @Test
    void a_process_without_a_lease_owns_and_delivers_nothing_until_it_has_one_again() throws Exception {
        process.on("reader", Happened.class, event -> process.effect("reader", event.number()))
                .start();
        database.execute("alter table neuroglia.process rename to gone");
        await("the lease has expired", () -> !process.delivery.status().lease());

        process.raise(new Happened(1));
        List<String> owners = database.texts("select coalesce(owner::text, 'none') from neuroglia.work");
        database.execute("alter table neuroglia.gone rename to process");

        assertThat(owners).containsExactly("none");
        await("it is delivered", database::nothingIsLeft);
        assertThat(database.texts("select event from effect")).containsExactly("1");
    }

    record Happened(int number) implements DomainEvent {}
}
