package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One row of a batch that the database rejects. */
class RejectedRowIT {
    private static final int EVENTS = 40;
    private static final int REJECTED = 17;

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

    @Test
    void the_other_outcomes_of_a_batch_are_recorded_and_the_text_that_is_rejected_is_replaced() throws Exception {
        start();
        database.execute("alter table neuroglia.delivery add constraint picky check (error not like '%jammed "
                + REJECTED + "%')");

        raiseAll();

        await("all are parked", () -> parked().size() == EVENTS);
        assertThat(database.texts("select error from neuroglia.delivery where error like '%rejected%'"))
                .hasSize(1)
                .allMatch(error -> error.contains("SQL state 23514"));
    }

    @Test
    void the_other_outcomes_of_a_batch_are_recorded_and_the_one_that_is_rejected_is_kept_for_later() throws Exception {
        start();
        raiseAll();
        await("all are parked", () -> parked().size() == EVENTS);
        database.execute("delete from neuroglia.delivery");
        database.execute("create function reject() returns trigger language plpgsql as 'begin"
                + " if (select payload from neuroglia.event where id = new.event_id) like ''%:" + REJECTED
                + "}'' then raise exception using errcode = ''23514''; end if; return new; end'");
        database.execute("create trigger rejecting before insert on neuroglia.delivery"
                + " for each row execute function reject()");

        raiseAll();

        await("all others are parked", () -> parked().size() == EVENTS - 1);
        process.raise(new Happened(100));
        await("further ones, too", () -> parked().size() == EVENTS);
        assertThat(database.texts("select 1 from neuroglia.work")).hasSize(1);
        database.execute("drop trigger rejecting on neuroglia.delivery");
        process.delivery.stop();
        process.start();
        await("the rejected one", () -> parked().size() == EVENTS + 1);
    }

    private void start() {
        process.on("failing", Happened.class, event -> {
                    throw new IOException("jammed " + event.number());
                })
                .policy("failing", policy -> policy.withMaxAttempts(1))
                .start();
    }

    private void raiseAll() throws Exception {
        process.raise(IntStream.rangeClosed(1, EVENTS).mapToObj(Happened::new).toArray(Happened[]::new));
    }

    private List<String> parked() {
        return database.texts("select event_id from neuroglia.delivery where state = 'parked'");
    }

    record Happened(int number) implements DomainEvent {}
}
