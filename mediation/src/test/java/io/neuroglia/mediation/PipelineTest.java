package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.Command;
import io.neuroglia.message.Query;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private final List<String> journal = new ArrayList<>();

    @Nested
    class Applying {

        @Test
        void a_behavior_applies_to_requests_assignable_to_its_type() {
            Mediator mediator = mediatorWith(Mediator.builder()
                    .behavior(Command.class, new Noting<>(Stage.OBSERVE, "commands", journal))
                    .behavior(Query.class, new Noting<>(Stage.OBSERVE, "queries", journal))
                    .behavior(Request.class, new Noting<>(Stage.OBSERVE, "all", journal))
                    .behavior(Audited.class, new Noting<>(Stage.OBSERVE, "audited", journal)));

            mediator.execute(new Ping());
            mediator.execute(new Rename("Ada"));
            mediator.execute(new Erase());

            assertThat(journal)
                    .containsExactly(
                            "queries",
                            "all",
                            "Ping",
                            "commands",
                            "all",
                            "Rename",
                            "commands",
                            "all",
                            "audited",
                            "Erase");
        }

        @Test
        void applies_to_is_asked_once_for_each_type_that_fits() {
            List<Class<?>> asked = new ArrayList<>();
            Mediator mediator = mediatorWith(Mediator.builder().behavior(Command.class, new Choosy(asked)));

            for (int i = 0; i < 3; i++) {
                mediator.execute(new Ping());
                mediator.execute(new Rename("Ada"));
                mediator.execute(new Erase());
            }

            assertThat(asked).containsExactlyInAnyOrder(Rename.class, Erase.class);
            assertThat(journal.stream().filter("choosy"::equals)).hasSize(3);
        }

        /** Declines {@link Rename}. */
        private final class Choosy extends Noting<Command<?>> {
            private final List<Class<?>> asked;

            Choosy(List<Class<?>> asked) {
                super(Stage.VALIDATE, "choosy", journal);
                this.asked = asked;
            }

            @Override
            public boolean appliesTo(Class<?> requestType) {
                asked.add(requestType);
                return requestType != Rename.class;
            }
        }
    }

    @Nested
    class Around_one_request {

        @Test
        void it_sees_its_own_request_with_its_typed_result() {
            Mediator mediator = mediatorWith(Mediator.builder()
                    .around(
                            Ping.class,
                            (ping, next) -> next.handle(ping).map(answer -> ping.text() + answer.length())));

            assertThat(mediator.execute(new Ping("four: "))).isEqualTo(OperationResult.ok("four: 4"));
            assertThat(mediator.execute(new Rename("Ada"))).isEqualTo(OperationResult.ok("Rename"));
        }

        @Test
        void it_stands_in_the_stage_of_validation_or_where_it_is_told() {
            Mediator mediator = mediatorWith(Mediator.builder()
                    .around(Stage.TRANSACT, Ping.class, (ping, next) -> noted("inside", ping, next))
                    .around(Ping.class, (ping, next) -> noted("default", ping, next))
                    .behavior(Request.class, new Noting<>(Stage.AUTHORIZE, "authorize", journal))
                    .behavior(Request.class, new Noting<>(Stage.CACHE, "cache", journal)));

            mediator.execute(new Ping());

            assertThat(journal).containsExactly("authorize", "default", "cache", "inside", "Ping");
        }

        private OperationResult<String> noted(String name, Ping ping, Next<Ping, String> next) throws Exception {
            journal.add(name);
            return next.handle(ping);
        }
    }

    @Nested
    class Going_on {

        @Test
        void a_behavior_may_answer_itself_and_the_rest_does_not_run() {
            Mediator mediator = mediatorWith(Mediator.builder()
                    .around(Ping.class, (ping, next) -> OperationResult.forbidden("Not you"))
                    .behavior(Request.class, new Noting<>(Stage.OBSERVE, "outside", journal))
                    .behavior(Request.class, new Noting<>(Stage.TRANSACT, "inside", journal)));

            OperationResult<String> result = mediator.execute(new Ping());

            assertThat(result).isEqualTo(OperationResult.forbidden("Not you"));
            assertThat(journal).containsExactly("outside");
        }

        @Test
        void calling_the_rest_twice_runs_all_of_it_twice() {
            Mediator mediator = mediatorWith(Mediator.builder()
                    .behavior(Request.class, new Noting<>(Stage.OBSERVE, "outside", journal))
                    .around(Stage.RETRY, Ping.class, (ping, next) -> {
                        next.handle(ping);
                        return next.handle(ping);
                    })
                    .behavior(Request.class, new Noting<>(Stage.TRANSACT, "transact", journal))
                    .behavior(Request.class, new Noting<>(Stage.DEDUPLICATE, "deduplicate", journal)));

            mediator.execute(new Ping());

            assertThat(journal)
                    .containsExactly("outside", "transact", "deduplicate", "Ping", "transact", "deduplicate", "Ping");
        }

        @Test
        void a_behavior_may_try_again_after_an_exception() {
            Mediator mediator = Mediator.builder()
                    .behavior(Command.class, new OneRetry())
                    .behavior(Command.class, new Noting<>(Stage.TRANSACT, "transact", journal))
                    .handle(Rename.class, rename -> {
                        if (journal.size() < 2) {
                            throw new IOException("connection lost");
                        }
                        return OperationResult.ok("second time");
                    })
                    .build();

            assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("second time");
            assertThat(journal).containsExactly("transact", "transact");
        }

        @Test
        void a_changed_request_is_what_the_rest_sees() {
            Mediator mediator = Mediator.builder()
                    .around(
                            Rename.class,
                            (rename, next) ->
                                    next.handle(new Rename(rename.name().strip())))
                    .handle(Rename.class, rename -> OperationResult.ok("[" + rename.name() + "]"))
                    .build();

            assertThat(mediator.execute(new Rename("  Ada ")).data()).isEqualTo("[Ada]");
        }

        @Test
        void a_behavior_may_change_the_result() {
            Mediator mediator = mediatorWith(Mediator.builder()
                    .around(
                            Ping.class,
                            (ping, next) -> next.handle(ping).flatMap(data -> OperationResult.conflict(data))));

            assertThat(mediator.execute(new Ping())).isEqualTo(OperationResult.conflict("Ping"));
        }
    }

    /** Every request is noted and answered by the name of its class. */
    private Mediator mediatorWith(MediatorBuilder builder) {
        return builder.handle(Ping.class, this::noted)
                .handle(Rename.class, this::noted)
                .handle(Erase.class, this::noted)
                .build();
    }

    private OperationResult<String> noted(Request<String> request) {
        journal.add(request.getClass().getSimpleName());
        return OperationResult.ok(request.getClass().getSimpleName());
    }

    interface Audited extends Command<String> {}

    record Erase() implements Audited {}

    private static final class OneRetry implements PipelineBehavior<Command<?>> {
        @Override
        public Stage stage() {
            return Stage.RETRY;
        }

        @Override
        public <T> OperationResult<T> handle(Command<?> request, Next<Command<?>, T> next) throws Exception {
            try {
                return next.handle(request);
            } catch (IOException lost) {
                return next.handle(request);
            }
        }
    }
}
