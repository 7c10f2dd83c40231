package io.neuroglia.mediation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.context.RequestContext;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.RequestBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The unusual cases that docs/guide/requests-and-results.md promises something about. */
class RequestsAndResultsTest {
    private static final long LIMIT_SECONDS = 20;

    private final List<String> journal = new CopyOnWriteArrayList<>();

    @Nested
    class Interruption {
        private final Mediator mediator = Mediator.builder()
                .handle(Ping.class, ping -> {
                    throw new InterruptedException("stopped");
                })
                .build();

        @AfterEach
        void clear_the_flag() {
            boolean unused = Thread.interrupted();
        }

        @Test
        void it_reaches_the_caller_as_it_was_thrown_and_leaves_the_thread_interrupted() {
            assertThatThrownBy(() -> mediator.execute(new Ping()))
                    .isInstanceOf(InterruptedException.class)
                    .hasMessage("stopped");

            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }

        @Test
        void an_interrupted_thread_may_send_requests() {
            Mediator willing = Mediator.builder()
                    .handle(Ping.class, ping -> OperationResult.ok("pong"))
                    .build();
            Thread.currentThread().interrupt();

            assertThat(willing.execute(new Ping()).data()).isEqualTo("pong");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
    }

    @Nested
    class Errors {

        @Test
        void after_a_stack_overflow_the_mediator_works_on() {
            MediatorBuilder builder = Mediator.builder();
            Mediator self = builder.mediator();
            Mediator mediator = builder.handle(Ping.class, self::execute)
                    .handle(Rename.class, rename -> OperationResult.ok(rename.name()))
                    .behavior(Request.class, new Noting<>(Stage.OBSERVE, "seen", new ArrayList<>()))
                    .build();

            assertThatThrownBy(() -> mediator.execute(new Ping())).isInstanceOf(StackOverflowError.class);

            assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("Ada");
        }

        @Test
        void they_complete_a_future_as_they_were_thrown() {
            StackOverflowError thrown = new StackOverflowError();
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> {
                        throw thrown;
                    })
                    .build();

            assertThatThrownBy(() -> mediator.executeAsync(new Ping()).get(LIMIT_SECONDS, SECONDS))
                    .hasCause(thrown);
        }
    }

    @Nested
    class Behaviors_that_fail {

        @Test
        void before_the_rest_nothing_further_in_runs_and_those_further_out_see_the_exception() {
            IOException thrown = new IOException("before");

            assertThatThrownBy(() -> send((ping, next) -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);

            assertThat(journal).containsExactly("in", "out: before");
        }

        @Test
        void after_the_rest_the_answer_is_lost_and_those_further_out_see_the_exception() {
            IOException thrown = new IOException("after");

            assertThatThrownBy(() -> send((ping, next) -> {
                        OperationResult<String> unused = next.handle(ping);
                        throw thrown;
                    }))
                    .isSameAs(thrown);

            assertThat(journal).containsExactly("in", "inside", "handled", "out: after");
        }

        private OperationResult<String> send(RequestBehavior<Ping, String> behavior) {
            return Mediator.builder()
                    .behavior(Request.class, new Watching())
                    .around(Stage.AUTHORIZE, Ping.class, behavior)
                    .behavior(Request.class, new Noting<>(Stage.TRANSACT, "inside", journal))
                    .handle(Ping.class, ping -> {
                        journal.add("handled");
                        return OperationResult.ok("pong");
                    })
                    .build()
                    .execute(new Ping());
        }

        /** Notes what passes on the way in and what comes out. */
        private final class Watching implements PipelineBehavior<Request<?>> {
            @Override
            public Stage stage() {
                return Stage.OBSERVE;
            }

            @Override
            public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
                journal.add("in");
                try {
                    return next.handle(request);
                } catch (IOException failure) {
                    journal.add("out: " + failure.getMessage());
                    throw failure;
                }
            }
        }
    }

    @Nested
    class Changed_requests {

        @Test
        void one_of_another_class_is_refused_by_the_handler() {
            Mediator mediator = Mediator.builder()
                    .behavior(Request.class, new Exchanging())
                    .handle(Ping.class, new PongHandler())
                    .build();

            assertThatThrownBy(() -> mediator.execute(new Ping()))
                    .isInstanceOf(ClassCastException.class)
                    .hasMessageContaining(Rename.class.getName())
                    .hasMessageContaining(Ping.class.getName());
        }

        /** Breaks the rule that the rest is handed a request of the same class. */
        private static final class Exchanging implements PipelineBehavior<Request<?>> {
            @Override
            public Stage stage() {
                return Stage.VALIDATE;
            }

            @Override
            public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
                return next.handle(new Rename("instead"));
            }
        }

        private static final class PongHandler implements QueryHandler<Ping, String> {
            @Override
            public OperationResult<String> handle(Ping ping) {
                return OperationResult.ok(ping.text());
            }
        }
    }

    @Nested
    class Context {

        @Test
        void it_crosses_nested_sends_further_threads_and_events() throws Exception {
            MediatorBuilder builder = Mediator.builder();
            Mediator self = builder.mediator();
            Mediator mediator = builder.handle(Rename.class, rename -> {
                        self.publish("event", PublishStrategy.ALL_AT_ONCE);
                        return self.executeAsync(new Ping()).get(LIMIT_SECONDS, SECONDS);
                    })
                    .handle(Ping.class, ping -> OperationResult.ok(correlation()))
                    .on("listener", String.class, event -> journal.add(event + " in " + correlation()))
                    .build();

            OperationResult<String> answer =
                    RequestContext.correlated("c-1").call(() -> mediator.execute(new Rename("")));

            assertThat(answer.data()).isEqualTo("c-1");
            assertThat(journal).containsExactly("event in c-1");
        }

        @Test
        void it_leaks_to_no_later_request_of_the_same_thread() throws Exception {
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> OperationResult.ok(correlation()))
                    .handle(Rename.class, rename -> {
                        throw new IOException("disk");
                    })
                    .build();
            try (ExecutorService one = Executors.newSingleThreadExecutor()) {
                one.submit(() -> RequestContext.correlated("first").call(() -> mediator.execute(new Ping())))
                        .get(LIMIT_SECONDS, SECONDS);
                assertThatThrownBy(
                                one.submit(() -> RequestContext.correlated("second")
                                        .call(() -> mediator.execute(new Rename(""))))::get)
                        .hasRootCauseMessage("disk");

                assertThat(one.submit(() -> mediator.execute(new Ping()))
                                .get(LIMIT_SECONDS, SECONDS)
                                .data())
                        .isEqualTo("none");
            }
        }

        private String correlation() {
            return RequestContext.current().map(RequestContext::correlationId).orElse("none");
        }
    }

    @Nested
    class Cancelling_early {

        @Test
        void a_request_that_has_not_begun_is_never_handled() throws Exception {
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> {
                        journal.add("handled");
                        return OperationResult.ok("pong");
                    })
                    .handle(Rename.class, rename -> OperationResult.ok("later"))
                    .build();
            CompletableFuture<OperationResult<String>> cancelled;
            try (BusyCarriers busy = new BusyCarriers()) {
                cancelled = mediator.executeAsync(new Ping());

                assertThat(cancelled.cancel(true)).isTrue();
            }
            for (int later = 0; later < BusyCarriers.COUNT * 2; later++) {
                mediator.executeAsync(new Rename("")).get(LIMIT_SECONDS, SECONDS);
            }

            assertThat(cancelled).isCancelled();
            assertThat(journal).isEmpty();
        }

        /** Occupies all threads that carry virtual threads, so that none that is started now begins. */
        private static final class BusyCarriers implements AutoCloseable {
            static final int COUNT = Runtime.getRuntime().availableProcessors();

            private volatile boolean released;

            BusyCarriers() throws InterruptedException {
                CountDownLatch busy = new CountDownLatch(COUNT);
                for (int carrier = 0; carrier < COUNT; carrier++) {
                    Thread unused = Thread.startVirtualThread(() -> {
                        busy.countDown();
                        while (!released) {
                            Thread.onSpinWait();
                        }
                    });
                }
                assertThat(busy.await(LIMIT_SECONDS, SECONDS)).isTrue();
            }

            @Override
            public void close() {
                released = true;
            }
        }
    }

    @Nested
    class Two_mediators {

        @Test
        void they_share_neither_handlers_nor_names_of_event_handlers() {
            Mediator left = Mediator.builder()
                    .handle(Ping.class, ping -> OperationResult.ok("left"))
                    .on("listener", String.class, event -> journal.add("left " + event))
                    .build();
            Mediator right = Mediator.builder()
                    .handle(Ping.class, ping -> OperationResult.ok("right"))
                    .on("listener", String.class, event -> journal.add("right " + event))
                    .build();

            left.publish("event");

            assertThat(left.execute(new Ping()).data()).isEqualTo("left");
            assertThat(right.execute(new Ping()).data()).isEqualTo("right");
            assertThat(journal).containsExactly("left event");
        }
    }
}
