package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.neuroglia.context.RequestContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class PublishStrategyTest {
    private final List<String> journal = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource
    void a_failure_reaches_the_publisher_in_one_exception_that_names_the_handler(PublishStrategy strategy) {
        Mediator mediator = Mediator.builder()
                .on("good", Rang.class, event -> journal.add("good"))
                .on("bad", Rang.class, event -> {
                    throw new IOException("line is cut");
                })
                .build();

        EventPublicationException thrown =
                catchThrowableOfType(EventPublicationException.class, () -> mediator.publish(new Rang(), strategy));

        assertThat(thrown.failures()).containsOnlyKeys("bad");
        assertThat(thrown).hasMessageContaining("bad").hasCauseInstanceOf(IOException.class);
        assertThat(journal).containsExactly("good");
    }

    @Test
    void handlers_after_a_failure_run_unless_the_strategy_stops_there() {
        Mediator mediator = Mediator.builder()
                .on("bad", Rang.class, event -> {
                    throw new IOException("line is cut");
                })
                .on("later", Rang.class, event -> journal.add("later"))
                .build();

        assertThatThrownBy(() -> mediator.publish(new Rang(), PublishStrategy.UNTIL_FIRST_FAILURE))
                .isInstanceOf(EventPublicationException.class);
        assertThat(journal).isEmpty();

        assertThatThrownBy(() -> mediator.publish(new Rang(), PublishStrategy.ALL_IN_TURN))
                .isInstanceOf(EventPublicationException.class);
        assertThat(journal).containsExactly("later");
    }

    @Test
    void all_at_once_really_runs_them_together_in_the_publishers_context() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        MediatorBuilder builder = Mediator.builder();
        for (String name : List.of("a", "b", "c")) {
            builder.on(name, Rang.class, event -> {
                together.await();
                journal.add(name + " " + RequestContext.currentOrNew().correlationId());
            });
        }
        Mediator mediator = builder.build();

        RequestContext.correlated("call-1").call(() -> {
            mediator.publish(new Rang(), PublishStrategy.ALL_AT_ONCE);
            return true;
        });

        assertThat(journal).containsExactlyInAnyOrder("a call-1", "b call-1", "c call-1");
    }

    @Test
    void an_interrupted_publisher_interrupts_the_handlers_that_run_at_once() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch interrupted = new CountDownLatch(2);
        MediatorBuilder builder = Mediator.builder();
        for (String name : List.of("a", "b")) {
            builder.on(name, Rang.class, event -> {
                inside.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException expected) {
                    interrupted.countDown();
                    throw expected;
                }
            });
        }
        Mediator mediator = builder.build();
        Thread publisher = Thread.ofVirtual().start(() -> {
            try {
                mediator.publish(new Rang(), PublishStrategy.ALL_AT_ONCE);
            } catch (EventPublicationException expected) {
                journal.add("interrupted " + Thread.currentThread().isInterrupted());
                expected.failures()
                        .forEach((name, failure) ->
                                journal.add(name + " " + failure.getClass().getSimpleName()));
            }
        });
        inside.await();

        publisher.interrupt();

        interrupted.await();
        publisher.join();
        assertThat(journal).containsExactly("interrupted true", "a InterruptedException", "b CancellationException");
    }

    @Test
    void publishing_asynchronously_keeps_to_the_strategy() {
        Mediator mediator = Mediator.builder()
                .on("bad", Rang.class, event -> {
                    throw new IOException("line is cut");
                })
                .on("later", Rang.class, event -> journal.add("later"))
                .build();

        assertThatThrownBy(() -> mediator.publishAsync(new Rang(), PublishStrategy.UNTIL_FIRST_FAILURE)
                        .join())
                .hasCauseInstanceOf(EventPublicationException.class);

        assertThat(journal).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_nobody_listens_to_is_fine(PublishStrategy strategy) {
        Mediator mediator = Mediator.builder().build();

        assertThatCode(() -> mediator.publish(new Rang(), strategy)).doesNotThrowAnyException();
    }

    record Rang() {}
}
