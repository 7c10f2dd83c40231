package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.InTransaction;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InTransactionIT {
    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

    @Test
    void changes_of_a_handler_in_the_transaction_are_visible_at_the_commit_and_leave_nothing_to_deliver()
            throws Exception {
        process.on(Counted.class, new Counter()).start();

        process.raise(new Counted(1), new Counted(2), new Counted(3));

        assertThat(effects()).containsExactly("counter 1", "counter 2", "counter 3");
        assertThat(database.texts("select 1 from neuroglia.event")).hasSize(3);
        assertThat(database.nothingIsLeft()).isTrue();
        assertThat(database.texts("select 1 from neuroglia.handled")).isEmpty();
    }

    @Test
    void events_that_a_handler_in_the_transaction_raises_belong_to_the_same_transaction() throws Exception {
        process.on(Counted.class, new Announcer())
                .on(Announced.class, new Listener())
                .on("later", Announced.class, event -> process.effect("later", event.number()))
                .start();

        process.raise(new Counted(1), new Counted(2));

        assertThat(effects().subList(0, 2)).containsExactly("listener 1", "listener 2");
        await("the handler after the commit", () -> effects().size() == 4);
        assertThat(database.texts("select type from neuroglia.event order by position"))
                .containsExactly(
                        "InTransactionIT.Counted",
                        "InTransactionIT.Counted",
                        "InTransactionIT.Announced",
                        "InTransactionIT.Announced");
    }

    @Test
    void a_handler_in_the_transaction_that_fails_rolls_everything_back() throws Exception {
        process.on(Counted.class, new Failing())
                .on("later", Counted.class, event -> process.effect("later", event.number()))
                .start();

        assertThatThrownBy(() -> process.raise(new Counted(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("InTransactionIT.Failing")
                .hasMessageContaining("InTransactionIT.Counted")
                .hasCauseInstanceOf(IOException.class);

        assertThat(effects()).isEmpty();
        assertThat(database.texts("select 1 from neuroglia.event")).isEmpty();
    }

    @Test
    void a_handler_in_the_transaction_does_not_see_events_of_joined_work_that_was_undone() throws Exception {
        process.on(Counted.class, new Counter()).start();

        process.unitOfWork.execute(() -> {
            process.unitOfWork.raise(new Counted(1));
            process.unitOfWork.execute(() -> {
                process.unitOfWork.raise(new Counted(2));
                return OperationResult.conflict("taken");
            });
            return OperationResult.noContent();
        });

        assertThat(effects()).containsExactly("counter 1");
    }

    private List<String> effects() {
        return database.texts("select handler || ' ' || event from effect order by nr");
    }

    record Counted(int number) implements DomainEvent {}

    record Announced(int number) implements DomainEvent {}

    @InTransaction
    private final class Counter implements EventHandler<Counted> {
        @Override
        public void handle(Counted event) throws Exception {
            process.effect("counter", event.number());
        }
    }

    @InTransaction
    private final class Announcer implements EventHandler<Counted> {
        @Override
        public void handle(Counted event) {
            process.unitOfWork.raise(new Announced(event.number()));
        }
    }

    @InTransaction
    private final class Listener implements EventHandler<Announced> {
        @Override
        public void handle(Announced event) throws Exception {
            process.effect("listener", event.number());
        }
    }

    @InTransaction
    private final class Failing implements EventHandler<Counted> {
        @Override
        public void handle(Counted event) throws Exception {
            process.effect("failing", event.number());
            throw new IOException("no");
        }
    }
}
