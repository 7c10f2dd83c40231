package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.InTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventPublicationTest {

    private final List<String> journal = new ArrayList<>();

    @Nested
    class Reaching_handlers {

        @Test
        void all_handlers_of_an_event_run_once_in_the_order_of_registration() {
            Mediator mediator = Mediator.builder()
                    .on("mail", Baked.class, event -> journal.add("mail " + event.pizza()))
                    .on("audit", Baked.class, event -> journal.add("audit " + event.pizza()))
                    .on("display", Baked.class, event -> journal.add("display " + event.pizza()))
                    .build();

            mediator.publish(new Baked("Margherita"));

            assertThat(journal).containsExactly("mail Margherita", "audit Margherita", "display Margherita");
        }

        @Test
        void handlers_of_supertypes_get_the_event_once() {
            Mediator mediator = Mediator.builder()
                    .on("everything", Object.class, event -> journal.add("everything"))
                    .on("kitchen", KitchenEvent.class, event -> journal.add("kitchen"))
                    .on("timed", Timed.class, event -> journal.add("timed"))
                    .on("baked", Baked.class, event -> journal.add("baked"))
                    .on("burnt", Burnt.class, event -> journal.add("burnt"))
                    .build();

            mediator.publish(new Baked("Margherita"));

            assertThat(journal).containsExactly("everything", "kitchen", "timed", "baked");
        }

        @Test
        void a_handler_that_belongs_to_a_transaction_is_called_like_any_other() {
            Mediator mediator = Mediator.builder()
                    .on(Baked.class, new BakedList())
                    .on("mail", Baked.class, event -> journal.add("mail"))
                    .build();

            mediator.publish(new Baked("Margherita"));

            assertThat(journal).containsExactly("list", "mail");
            assertThat(mediator.subscriptions())
                    .extracting(EventSubscription::isInTransaction)
                    .containsExactly(true, false);
            assertThat(mediator.subscriptions().get(0).handlerType()).isEqualTo(BakedList.class);
        }

        @Test
        void a_handler_of_a_subtype_does_not_get_its_supertype() {
            Mediator mediator = Mediator.builder()
                    .on("baked", Baked.class, event -> journal.add("baked"))
                    .build();

            mediator.publish(new Burnt());

            assertThat(journal).isEmpty();
        }

        @Test
        void a_handler_written_for_a_supertype_may_be_registered_for_one_subtype() {
            EventHandler<KitchenEvent> handler = event -> journal.add(event.toString());
            Mediator mediator =
                    Mediator.builder().on("kitchen", Burnt.class, handler).build();

            mediator.publish(new Burnt());
            mediator.publish(new Baked("Margherita"));

            assertThat(journal).containsExactly("Burnt[]");
        }

        @Test
        void an_event_without_handlers_is_no_error() {
            Mediator mediator = Mediator.builder().build();

            assertThatCode(() -> mediator.publish(new Burnt())).doesNotThrowAnyException();
        }

        @Test
        void no_event_is_refused() {
            Mediator mediator = Mediator.builder().build();

            assertThatThrownBy(() -> mediator.publish(null)).hasMessage("event");
            assertThatThrownBy(() -> mediator.publishAsync(null)).hasMessage("event");
        }

        @Test
        void a_handler_may_publish_further_events() {
            MediatorBuilder builder = Mediator.builder();
            Mediator inner = builder.mediator();
            Mediator mediator = builder.on("oven", Baked.class, event -> {
                        inner.publish(new Burnt());
                        journal.add("baked");
                    })
                    .on("alarm", Burnt.class, event -> journal.add("burnt"))
                    .build();

            mediator.publish(new Baked("Margherita"));

            assertThat(journal).containsExactly("burnt", "baked");
        }
    }

    @Nested
    class Failing_handlers {

        @Test
        void the_others_run_and_all_failures_are_thrown_together_by_name() {
            IOException mailFailure = new IOException("no mail server");
            AssertionError auditFailure = new AssertionError("bug");
            Mediator mediator = Mediator.builder()
                    .on("mail", Baked.class, event -> {
                        throw mailFailure;
                    })
                    .on("display", Baked.class, event -> journal.add("display"))
                    .on("audit", Baked.class, event -> {
                        throw auditFailure;
                    })
                    .on("loyalty", Baked.class, event -> journal.add("loyalty"))
                    .build();

            EventPublicationException thrown = catchThrowableOfType(
                    EventPublicationException.class, () -> mediator.publish(new Baked("Margherita")));

            assertThat(journal).containsExactly("display", "loyalty");
            assertThat(thrown)
                    .hasMessage("2 handlers of Baked failed: mail (" + mailFailure + "), audit (" + auditFailure + ")")
                    .hasCause(mailFailure);
            assertThat(thrown.getSuppressed()).containsExactly(auditFailure);
            assertThat(thrown.failures().keySet()).containsExactly("mail", "audit");
            assertThat(thrown.failures().values()).containsExactly(mailFailure, auditFailure);
        }

        @Test
        void one_failure_is_the_cause_and_nothing_else() {
            IOException failure = new IOException("no mail server");
            Mediator mediator = Mediator.builder()
                    .on("mail", Baked.class, event -> {
                        throw failure;
                    })
                    .build();

            assertThatThrownBy(() -> mediator.publish(new Baked("Margherita")))
                    .isInstanceOf(EventPublicationException.class)
                    .hasMessageStartingWith("1 handler of Baked failed: mail (")
                    .hasCause(failure)
                    .hasNoSuppressedExceptions();
        }

        @Test
        void the_collected_failures_cannot_be_changed() {
            Mediator mediator = Mediator.builder()
                    .on("mail", Baked.class, event -> {
                        throw new IOException("no mail server");
                    })
                    .build();

            EventPublicationException thrown = catchThrowableOfType(
                    EventPublicationException.class, () -> mediator.publish(new Baked("Margherita")));

            assertThatThrownBy(() -> thrown.failures().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void an_interrupted_handler_leaves_the_thread_interrupted() {
            Mediator mediator = Mediator.builder()
                    .on("slow", Baked.class, event -> {
                        throw new InterruptedException();
                    })
                    .build();

            assertThatThrownBy(() -> mediator.publish(new Baked("Margherita")))
                    .hasCauseInstanceOf(InterruptedException.class);

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Nested
    class Subscriptions {

        private final Mediator mediator = Mediator.builder()
                .on("kitchen", KitchenEvent.class, event -> journal.add("kitchen"))
                .on("baked", Baked.class, event -> journal.add("baked"))
                .build();

        @Test
        void they_tell_name_and_type_in_the_order_of_registration() {
            assertThat(mediator.subscriptions())
                    .extracting(EventSubscription::handlerName)
                    .containsExactly("kitchen", "baked");
            assertThat(mediator.subscriptions())
                    .extracting(subscription -> (Object) subscription.eventType())
                    .containsExactly(KitchenEvent.class, Baked.class);
            assertThat(mediator.subscriptions().getFirst()).hasToString("kitchen on KitchenEvent");
        }

        @Test
        void those_of_one_type_include_its_supertypes() {
            assertThat(mediator.subscriptions(Baked.class))
                    .extracting(EventSubscription::handlerName)
                    .containsExactly("kitchen", "baked");
            assertThat(mediator.subscriptions(Burnt.class))
                    .extracting(EventSubscription::handlerName)
                    .containsExactly("kitchen");
            assertThat(mediator.subscriptions(String.class)).isEmpty();
        }

        @Test
        void an_event_can_be_delivered_to_one_handler_alone() throws Exception {
            mediator.subscriptions().getLast().deliver(new Baked("Margherita"));

            assertThat(journal).containsExactly("baked");
        }

        @Test
        void an_event_of_another_type_is_refused() {
            EventSubscription baked = mediator.subscriptions().getLast();

            assertThatThrownBy(() -> baked.deliver(new Burnt()))
                    .isInstanceOf(ClassCastException.class)
                    .hasMessageContaining(Burnt.class.getName());
            assertThatThrownBy(() -> baked.deliver(null)).hasMessage("event");
            assertThat(journal).isEmpty();
        }
    }

    interface KitchenEvent {}

    interface Timed {}

    record Baked(String pizza) implements KitchenEvent, Timed {}

    record Burnt() implements KitchenEvent {}

    @InTransaction
    private final class BakedList implements EventHandler<Baked> {
        @Override
        public void handle(Baked event) {
            journal.add("list");
        }
    }
}
