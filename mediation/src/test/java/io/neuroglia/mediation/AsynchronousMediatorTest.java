package io.neuroglia.mediation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.context.RequestContext;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.Problem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class AsynchronousMediatorTest {

    private static final long LIMIT_SECONDS = 20;

    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void clear_logging_context() {
        MDC.clear();
    }

    @Nested
    class Executing {

        @Test
        void a_request_is_handled_on_a_virtual_thread_of_its_own() throws Exception {
            Mediator mediator = Mediator.builder()
                    .handle(
                            Ping.class,
                            ping -> OperationResult.ok(Thread.currentThread().isVirtual() + " "
                                    + Thread.currentThread().getName()))
                    .build();

            assertThat(mediator.executeAsync(new Ping()).get(LIMIT_SECONDS, SECONDS))
                    .isEqualTo(OperationResult.ok("true neuroglia-async"));
        }

        @Test
        void the_callers_context_goes_with_it_and_stays_with_the_caller() throws Exception {
            RequestContext context = new RequestContext("conversation", "event-7");
            MDC.put("customer", "c-1");

            String seen = context.call(() -> contextTeller()
                    .executeAsync(new Ping())
                    .get(LIMIT_SECONDS, SECONDS)
                    .data());

            assertThat(seen).isEqualTo(context + " c-1");
            assertThat(RequestContext.current()).isEmpty();
            assertThat(MDC.get("customer")).isEqualTo("c-1");
        }

        @Test
        void without_a_context_each_call_is_a_conversation_of_its_own() throws Exception {
            Mediator mediator = contextTeller();

            String first = mediator.executeAsync(new Ping())
                    .get(LIMIT_SECONDS, SECONDS)
                    .data();
            String second = mediator.executeAsync(new Ping())
                    .get(LIMIT_SECONDS, SECONDS)
                    .data();

            assertThat(first).startsWith("RequestContext[").isNotEqualTo(second);
        }

        @Test
        void an_exception_completes_the_future_as_it_was_thrown() {
            IOException thrown = new IOException("disk");
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> {
                        throw thrown;
                    })
                    .build();

            CompletableFuture<OperationResult<String>> answer = mediator.executeAsync(new Ping());

            assertThatThrownBy(() -> answer.get(LIMIT_SECONDS, SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCause(thrown);
            assertThat(answer.exceptionNow()).isSameAs(thrown);
        }

        @Test
        void an_exception_that_means_an_outcome_completes_it_with_the_failure() throws Exception {
            Mediator mediator = Mediator.builder()
                    .mapFailure(IOException.class, exception -> Problem.of(FailureKind.UNAVAILABLE, "Try later"))
                    .handle(Ping.class, ping -> {
                        throw new IOException("disk");
                    })
                    .build();

            assertThat(mediator.executeAsync(new Ping()).get(LIMIT_SECONDS, SECONDS))
                    .isEqualTo(OperationResult.serviceUnavailable("Try later"));
        }

        @Test
        void a_request_without_a_handler_completes_it_exceptionally() {
            CompletableFuture<OperationResult<String>> answer =
                    Mediator.builder().build().executeAsync(new Ping());

            assertThatThrownBy(() -> answer.get(LIMIT_SECONDS, SECONDS))
                    .hasCauseInstanceOf(MissingHandlerException.class);
        }

        @Test
        void no_request_is_refused_at_once() {
            Mediator mediator = Mediator.builder().build();

            assertThatThrownBy(() -> mediator.executeAsync(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("request");
        }

        @Test
        void cancelling_interrupts_the_handler() throws Exception {
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> {
                        waitForInterrupt();
                        return OperationResult.ok("never");
                    })
                    .build();
            CompletableFuture<OperationResult<String>> answer = mediator.executeAsync(new Ping());
            assertThat(started.await(LIMIT_SECONDS, SECONDS)).isTrue();

            boolean cancelled = answer.cancel(true);

            assertThat(cancelled).isTrue();
            assertThat(answer).isCancelled();
            assertThat(interrupted.await(LIMIT_SECONDS, SECONDS)).isTrue();
        }

        @Test
        void a_finished_call_cannot_be_cancelled() throws Exception {
            Mediator mediator = contextTeller();
            CompletableFuture<OperationResult<String>> answer = mediator.executeAsync(new Ping());
            answer.get(LIMIT_SECONDS, SECONDS);

            assertThat(answer.cancel(true)).isFalse();
            assertThat(answer).isCompleted();
        }

        @Test
        void cancelling_a_future_made_of_it_leaves_the_call_running() throws Exception {
            CountDownLatch goOn = new CountDownLatch(1);
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> {
                        started.countDown();
                        return OperationResult.ok("done: " + goOn.await(LIMIT_SECONDS, SECONDS));
                    })
                    .build();
            CompletableFuture<OperationResult<String>> answer = mediator.executeAsync(new Ping());
            CompletableFuture<Boolean> dependent = answer.thenApply(OperationResult::isSuccess);
            assertThat(started.await(LIMIT_SECONDS, SECONDS)).isTrue();

            dependent.cancel(true);
            goOn.countDown();

            assertThat(answer.get(LIMIT_SECONDS, SECONDS)).isEqualTo(OperationResult.ok("done: true"));
        }
    }

    @Nested
    class Publishing {

        @Test
        void all_handlers_run_on_one_virtual_thread_with_the_callers_context() throws Exception {
            RequestContext context = RequestContext.correlated("conversation");
            Mediator mediator = Mediator.builder()
                    .on("first", String.class, event -> note())
                    .on("second", String.class, event -> note())
                    .build();

            context.call(() -> mediator.publishAsync("news").get(LIMIT_SECONDS, SECONDS));

            assertThat(journal).hasSize(2).containsOnly("true " + context);
        }

        @Test
        void failures_complete_the_future_when_all_handlers_ran() {
            Mediator mediator = Mediator.builder()
                    .on("first", String.class, event -> {
                        throw new IOException("disk");
                    })
                    .on("second", String.class, event -> note())
                    .build();

            CompletableFuture<Void> done = mediator.publishAsync("news");

            assertThatThrownBy(() -> done.get(LIMIT_SECONDS, SECONDS))
                    .hasCauseInstanceOf(EventPublicationException.class);
            assertThat(done.exceptionNow()).isInstanceOf(EventPublicationException.class);
            assertThat(journal).hasSize(1);
        }

        @Test
        void cancelling_interrupts_the_handlers() throws Exception {
            Mediator mediator = Mediator.builder()
                    .on("slow", String.class, event -> waitForInterrupt())
                    .build();
            CompletableFuture<Void> done = mediator.publishAsync("news");
            assertThat(started.await(LIMIT_SECONDS, SECONDS)).isTrue();

            boolean cancelled = done.cancel(true);

            assertThat(cancelled).isTrue();
            assertThat(done).isCancelled();
            assertThat(interrupted.await(LIMIT_SECONDS, SECONDS)).isTrue();
        }

        private void note() {
            journal.add(Thread.currentThread().isVirtual() + " " + RequestContext.currentOrNew());
        }
    }

    /** Returns by an interrupt only, unless nothing ever comes. */
    private void waitForInterrupt() throws InterruptedException {
        started.countDown();
        try {
            assertThat(new CountDownLatch(1).await(LIMIT_SECONDS, SECONDS)).isTrue();
        } catch (InterruptedException expected) {
            interrupted.countDown();
            throw expected;
        }
    }

    private static Mediator contextTeller() {
        return Mediator.builder()
                .handle(
                        Ping.class,
                        ping -> OperationResult.ok(RequestContext.current().orElseThrow() + " " + MDC.get("customer")))
                .build();
    }
}
