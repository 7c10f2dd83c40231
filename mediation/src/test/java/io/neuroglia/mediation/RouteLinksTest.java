package io.neuroglia.mediation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.handler.QueryHandler;
import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.mediation.MediatorBuilder.InstanceProvider;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class RouteLinksTest {

    private static final InstanceProvider HANDLER = new InstanceProvider() {
        @Override
        public <T> T get(Class<T> type) {
            return type.cast(new Pong());
        }
    };

    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final Mediator mediator = Mediator.builder()
            .behavior(Request.class, new Noting<>(Stage.TRANSACT, "inner", journal))
            .behavior(Request.class, new Noting<>(Stage.OBSERVE, "outer", journal))
            .index(new NotingIndex(), HANDLER)
            .handle(Rename.class, rename -> OperationResult.ok(rename.name()))
            .build();

    @Test
    void starting_and_describing_ask_for_no_links() {
        mediator.describe(Ping.class);

        assertThat(journal).isEmpty();
    }

    @Test
    void a_request_that_is_sent_seldom_goes_through_links_that_all_share() {
        send(mediator, Routes.SENT_OFTEN - 1);

        assertThat(journal).doesNotContain("links for Ping").containsOnly("outer", "inner");
    }

    @Test
    void one_that_is_sent_often_goes_through_links_of_its_own() {
        send(mediator, Routes.SENT_OFTEN);
        assertThat(journal).contains("links for Ping");
        journal.clear();

        assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong");

        assertThat(journal).containsExactly("link to outer", "outer", "link to inner", "inner", "link to handler");
    }

    @Test
    void a_function_always_goes_through_links_that_all_share() {
        for (int sent = 0; sent <= Routes.SENT_OFTEN; sent++) {
            assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("Ada");
        }

        assertThat(journal).containsOnly("outer", "inner");
    }

    @Test
    void requests_at_the_same_time_make_the_links_once() throws Exception {
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            answers.add(answer);
            Thread.ofPlatform().start(() -> answer.completeAsync(() -> sendAfter(together), Runnable::run));
        }

        for (CompletableFuture<String> answer : answers) {
            assertThat(answer.get(20, SECONDS)).isEqualTo("pong");
        }
        assertThat(journal.stream().filter("links for Ping"::equals)).hasSize(1);
    }

    @Test
    void links_that_cannot_be_made_leave_the_request_on_the_shared_ones() {
        List<String> asked = new ArrayList<>();
        HandlerIndex broken = new NotingIndex() {
            @Override
            public Link<?, ?> link(Class<?> requestType, RequestHandler<?, ?> handler) {
                asked.add(requestType.getSimpleName());
                throw new NoClassDefFoundError("PongLinks");
            }
        };
        Mediator unlinked = Mediator.builder().index(broken, HANDLER).build();

        send(unlinked, 2 * Routes.SENT_OFTEN);

        assertThat(asked).containsExactly("Ping");
    }

    @Test
    @SuppressWarnings("unchecked") // the only handler of the request
    void when_too_many_requests_are_sent_often_all_go_back_to_the_shared_links() throws Exception {
        Routes routes = new Routes(
                Map.of(
                        Ping.class.getName(), new RegisteredHandler(Ping.class, new Pong(), new NotingIndex()::link),
                        Rename.class.getName(),
                                new RegisteredHandler(
                                        Rename.class,
                                        renaming(),
                                        (type, handler) -> Link.to((RequestHandler<Rename, String>) handler))),
                new PipelineComposer(List.of()),
                1);
        dispatch(routes, new Ping());
        assertThat(routes.link(Ping.class)).isInstanceOf(NotingLink.class);

        dispatch(routes, new Rename("Ada"));

        assertThat(routes.link(Ping.class)).isNotInstanceOf(NotingLink.class);
        assertThat(routes.link(Rename.class)).hasSameClassAs(routes.link(Ping.class));
    }

    private static RequestHandler<Rename, String> renaming() {
        return rename -> OperationResult.ok(rename.name());
    }

    @SuppressWarnings("unchecked") // a link is found under the class of its own request
    private static <R extends Request<T>, T> void dispatch(Routes routes, R request) throws Exception {
        for (int sent = 0; sent < Routes.SENT_OFTEN; sent++) {
            ((Link<R, T>) routes.link(request.getClass())).handle(request);
        }
    }

    private static void send(Mediator mediator, int times) {
        for (int sent = 0; sent < times; sent++) {
            assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong");
        }
    }

    private String sendAfter(CyclicBarrier together) {
        try {
            together.await(20, SECONDS);
        } catch (Exception late) {
            throw new AssertionError("The other threads did not come", late);
        }
        send(mediator, Routes.SENT_OFTEN);
        return mediator.execute(new Ping()).data();
    }

    private static final class Pong implements QueryHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping) {
            return OperationResult.ok("pong");
        }
    }

    /** As the compiler would write it, but its links tell when they are passed. */
    private class NotingIndex implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            visitor.handler(Ping.class, Pong.class);
        }

        @Override
        public Link<?, ?> link(Class<?> requestType, RequestHandler<?, ?> handler) {
            journal.add("links for " + requestType.getSimpleName());
            return new NotingLink("link to handler", ((Pong) handler)::handle);
        }
    }

    private final class NotingLink extends Link<Ping, String> {
        private final String name;
        private final Next<Ping, String> target;

        NotingLink(String name, Next<Ping, String> target) {
            this.name = name;
            this.target = target;
        }

        @Override
        public Next<Ping, String> around(PipelineBehavior<Ping> behavior) {
            String place = behavior.stage() == Stage.OBSERVE ? "outer" : "inner";
            return new NotingLink("link to " + place, ping -> behavior.handle(ping, this));
        }

        @Override
        public OperationResult<String> handle(Ping ping) throws Exception {
            journal.add(name);
            return target.handle(ping);
        }
    }
}
