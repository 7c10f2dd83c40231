package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.context.RequestContext;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FastPathIT {
    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

    @Test
    void an_event_reaches_each_of_its_handlers_and_is_finished() throws Exception {
        process.on("sms", Ordered.class, event -> process.effect("sms", event))
                .on("kitchen", Ordered.class, event -> process.effect("kitchen", event))
                .on("other", Cancelled.class, event -> process.effect("other", event))
                .start();

        process.raise(new Ordered("a", new BigDecimal("16.89")));

        await("both effects", () -> effects().size() == 2);
        assertThat(effects()).containsExactly("kitchen Ordered[id=a, total=16.89]", "sms Ordered[id=a, total=16.89]");
        await("the event is finished", () -> unfinished().isEmpty());
        assertThat(database.texts("select handler from neuroglia.handled order by handler"))
                .containsExactly("kitchen", "sms");
        assertThat(database.texts("select payload from neuroglia.event"))
                .containsExactly("{\"id\":\"a\",\"total\":16.89}");
    }

    @Test
    void a_rolled_back_unit_leaves_no_event() throws Exception {
        process.on("sms", Ordered.class, event -> process.effect("sms", event)).start();

        OperationResult<Void> refused = process.unitOfWork.execute(() -> {
            process.unitOfWork.raise(new Ordered("refused", BigDecimal.ONE));
            return OperationResult.badRequest("no");
        });
        assertThatThrownBy(() -> process.unitOfWork.execute(() -> {
                    process.unitOfWork.raise(new Ordered("broken", BigDecimal.ONE));
                    throw new IOException("disk");
                }))
                .isInstanceOf(IOException.class);
        process.raise(new Ordered("kept", BigDecimal.ONE));

        assertThat(refused.isSuccess()).isFalse();
        await("the kept one", () -> effects().size() == 1);
        assertThat(database.texts("select payload from neuroglia.event")).hasSize(1);
    }

    @Test
    void a_joined_unit_that_fails_takes_only_its_own_events_back() throws Exception {
        process.on("sms", Ordered.class, event -> process.effect("sms", event)).start();

        process.unitOfWork.execute(() -> {
            process.unitOfWork.raise(new Ordered("outer", BigDecimal.ONE));
            process.unitOfWork.execute(() -> {
                process.effect("inner", "x");
                process.unitOfWork.raise(new Ordered("inner", BigDecimal.ONE));
                return OperationResult.conflict("taken");
            });
            return OperationResult.noContent();
        });

        await("the outer event", () -> effects().size() == 1);
        assertThat(effects()).containsExactly("sms Ordered[id=outer, total=1]");
        assertThat(database.texts("select payload from neuroglia.event")).hasSize(1);
    }

    @Test
    void a_handler_runs_in_the_conversation_of_the_request_that_caused_the_event() throws Exception {
        List<RequestContext> seen = new CopyOnWriteArrayList<>();
        process.on("listener", Ordered.class, event -> seen.add(RequestContext.currentOrNew()))
                .start();

        RequestContext asked = RequestContext.correlated("conversation-1").withPrincipal(() -> "luigi");
        asked.call(() -> {
            process.raise(new Ordered("a", BigDecimal.ONE));
            return true;
        });

        await("the handler ran", () -> seen.size() == 1);
        assertThat(seen.get(0).correlationId()).isEqualTo("conversation-1");
        assertThat(seen.get(0).principal()).extracting(Principal::getName).isEqualTo("luigi");
        assertThat(seen.get(0).causationId())
                .isEqualTo(database.texts("select id from neuroglia.event").get(0));
    }

    @Test
    void an_event_raised_by_a_handler_is_delivered_in_turn() throws Exception {
        process.on("first", Ordered.class, event -> process.unitOfWork.raise(new Cancelled(event.id())))
                .on("second", Cancelled.class, event -> process.effect("second", event))
                .start();

        process.raise(new Ordered("a", BigDecimal.ONE));

        await("the second event", () -> effects().equals(List.of("second Cancelled[id=a]")));
    }

    @Test
    void actions_after_the_commit_run_only_when_it_happened() throws Exception {
        process.start();
        List<String> ran = new CopyOnWriteArrayList<>();

        process.unitOfWork.execute(() -> {
            process.unitOfWork.afterCommit(() -> ran.add("kept"));
            process.unitOfWork.execute(() -> {
                process.unitOfWork.afterCommit(() -> ran.add("inner"));
                return OperationResult.conflict("taken");
            });
            return OperationResult.noContent();
        });
        process.unitOfWork.execute(() -> {
            process.unitOfWork.afterCommit(() -> ran.add("refused"));
            return OperationResult.conflict("taken");
        });

        assertThat(ran).containsExactly("kept");
    }

    @Test
    void an_event_raised_by_another_listener_just_before_the_commit_is_stored_too() throws Exception {
        process.on("sms", Cancelled.class, event -> process.effect("sms", event))
                .start();

        process.unitOfWork.execute(() -> {
            process.unitOfWork.raise(new Cancelled("first"));
            process.transactions().completion(new Object(), () -> new Transactions.Completion() {
                @Override
                public void beforeCommit() {
                    process.unitOfWork.raise(new Cancelled("late"));
                }

                @Override
                public void afterCompletion(boolean committed) {
                    assertThat(committed).isTrue();
                }
            });
            return OperationResult.noContent();
        });

        await("both", () -> effects().equals(List.of("sms Cancelled[id=first]", "sms Cancelled[id=late]")));
    }

    @Test
    void raising_before_the_start_says_what_to_do() {
        assertThatThrownBy(() -> process.raise(new Ordered("a", BigDecimal.ONE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DurableDelivery.start");
    }

    @Test
    void raising_outside_a_unit_says_what_to_do() {
        assertThatThrownBy(() -> process.unitOfWork.raise(new Cancelled("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UnitOfWork.execute");
    }

    private List<String> effects() {
        return database.texts("select handler || ' ' || event from effect order by 1");
    }

    private List<String> unfinished() {
        return database.texts("select event_id from neuroglia.work");
    }

    record Ordered(String id, BigDecimal total) implements DomainEvent {}

    record Cancelled(String id) implements DomainEvent {}
}
