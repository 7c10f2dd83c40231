package io.neuroglia.behavior.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.behavior.transaction.TransactionBehavior;
import io.neuroglia.caching.Cached;
import io.neuroglia.caching.Evicts;
import io.neuroglia.context.RequestContext;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.message.Command;
import io.neuroglia.message.Query;
import io.neuroglia.message.Request;
import io.neuroglia.message.StreamQuery;
import io.neuroglia.result.OperationResult;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries and commands through the pipeline. */
class CachingBehaviorTest {
    private final ActionUnitOfWork unitOfWork = new ActionUnitOfWork();
    private final CaffeineQueryCache cache = new CaffeineQueryCache(unitOfWork, 100);
    private final AtomicReference<String> status = new AtomicReference<>("pending");

    @Test
    void a_query_that_says_so_is_answered_from_the_cache() {
        Mediator mediator = kitchen().build();

        mediator.execute(new GetStatus("4711"));
        status.set("cooking");

        assertThat(mediator.execute(new GetStatus("4711")).data()).isEqualTo("pending");
        assertThat(mediator.execute(new GetStatus("4712")).data()).isEqualTo("cooking");
    }

    @Test
    void a_query_that_says_nothing_is_answered_anew_each_time() {
        Mediator mediator = kitchen().build();

        mediator.execute(new GetLiveStatus("4711"));
        status.set("cooking");

        assertThat(mediator.execute(new GetLiveStatus("4711")).data()).isEqualTo("cooking");
    }

    @Test
    void each_principal_has_answers_of_its_own() throws Exception {
        Mediator mediator = kitchen().build();

        String ada = askAs(new Named("ada"), mediator, new GetOwnStatus("4711"));
        status.set("cooking");

        assertThat(ada).isEqualTo("pending");
        assertThat(askAs(new Named("bob"), mediator, new GetOwnStatus("4711"))).isEqualTo("cooking");
        assertThat(askAs(null, mediator, new GetOwnStatus("4711"))).isEqualTo("cooking");
        assertThat(askAs(new Named("ada"), mediator, new GetOwnStatus("4711"))).isEqualTo("pending");
    }

    @Test
    void answers_of_a_query_per_principal_are_not_shared_without_a_principal() {
        Mediator mediator = kitchen().build();

        mediator.execute(new GetOwnStatus("4711"));
        status.set("cooking");

        assertThat(mediator.execute(new GetOwnStatus("4711")).data()).isEqualTo("cooking");
    }

    @Test
    void principals_share_answers_where_the_query_says_so() throws Exception {
        Mediator mediator = kitchen().build();

        askAs(new Named("ada"), mediator, new GetMenu());
        status.set("cooking");

        assertThat(askAs(new Named("bob"), mediator, new GetMenu())).isEqualTo(List.of("pending"));
    }

    @Test
    void what_a_command_makes_wrong_is_not_seen_after_it_has_returned() {
        Mediator mediator = kitchen().build();
        mediator.execute(new GetStatus("4711"));

        mediator.execute(new StartCooking("4711"));

        assertThat(mediator.execute(new GetStatus("4711")).data()).isEqualTo("cooking");
    }

    @Test
    void what_a_failed_command_may_have_changed_is_forgotten_too() {
        Mediator mediator = Mediator.builder()
                .behavior(Request.class, new CachingBehavior(cache))
                .handle(GetStatus.class, query -> OperationResult.ok(status.get()))
                .handle(StartCooking.class, command -> {
                    status.set("cooking");
                    throw new IllegalStateException("connection lost in the commit");
                })
                .build();
        mediator.execute(new GetStatus("4711"));

        assertThatThrownBy(() -> mediator.execute(new StartCooking("4711")))
                .hasMessage("connection lost in the commit");

        assertThat(mediator.execute(new GetStatus("4711")).data()).isEqualTo("cooking");
    }

    @Test
    void what_a_nested_command_makes_wrong_is_forgotten_when_the_outer_one_has_committed() {
        MediatorBuilder builder = kitchen();
        Mediator mediator = builder.mediator();
        builder.handle(CookAll.class, command -> {
                    mediator.execute(new StartCooking("4711"));
                    try (Caller<String> other = Caller.asking(() -> mediator.execute(new GetStatus("4711")))) {
                        return other.answer();
                    }
                })
                .build();
        mediator.execute(new GetStatus("4711"));

        OperationResult<String> seenByOthersMeanwhile = mediator.execute(new CookAll());

        assertThat(seenByOthersMeanwhile.data()).isEqualTo("pending");
        assertThat(mediator.execute(new GetStatus("4711")).data()).isEqualTo("cooking");
    }

    @Test
    void a_list_cannot_be_changed_by_its_reader() {
        Mediator mediator = kitchen().build();

        List<String> first = mediator.execute(new GetMenu()).data();

        assertThatThrownBy(() -> first.add("calzone")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(mediator.execute(new GetMenu()).data()).containsExactly("pending");
    }

    @Test
    void a_list_that_its_handler_goes_on_changing_stays_as_it_was_answered() {
        List<String> menu = new ArrayList<>(List.of("margherita"));
        Mediator mediator = Mediator.builder()
                .behavior(Request.class, new CachingBehavior(cache))
                .handle(GetMenu.class, query -> OperationResult.ok(menu))
                .build();
        mediator.execute(new GetMenu());

        menu.add("calzone");

        assertThat(mediator.execute(new GetMenu()).data()).containsExactly("margherita");
    }

    @Test
    void requests_without_annotations_go_without_the_behavior() {
        CachingBehavior behavior = new CachingBehavior(cache);

        assertThat(behavior.appliesTo(GetStatus.class)).isTrue();
        assertThat(behavior.appliesTo(StartCooking.class)).isTrue();
        assertThat(behavior.appliesTo(GetLiveStatus.class)).isFalse();
        assertThat(behavior.appliesTo(CookAll.class)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                CachedCommand.class,
                CachedStream.class,
                EvictingQuery.class,
                CachedForNoTime.class,
                CachedForNegativeTime.class
            })
    void annotations_that_contradict_their_request_stop_the_start(Class<?> requestType) {
        CachingBehavior behavior = new CachingBehavior(cache);

        assertThatThrownBy(() -> behavior.appliesTo(requestType))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(requestType.getName());
    }

    private MediatorBuilder kitchen() {
        return Mediator.builder()
                .behavior(Request.class, new CachingBehavior(cache))
                .behavior(Command.class, new TransactionBehavior(unitOfWork))
                .handle(GetStatus.class, query -> OperationResult.ok(status.get()))
                .handle(GetOwnStatus.class, query -> OperationResult.ok(status.get()))
                .handle(GetLiveStatus.class, query -> OperationResult.ok(status.get()))
                .handle(GetMenu.class, query -> OperationResult.ok(new ArrayList<>(List.of(status.get()))))
                .handle(StartCooking.class, command -> {
                    status.set("cooking");
                    return OperationResult.ok("started");
                });
    }

    private static <T> T askAs(Principal principal, Mediator mediator, Query<T> query) throws Exception {
        return RequestContext.correlated("test")
                .withPrincipal(principal)
                .call(() -> mediator.execute(query).data());
    }

    record Named(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    @Cached(minutes = 1, perPrincipal = false)
    record GetStatus(String orderId) implements Query<String> {}

    @Cached(minutes = 1)
    record GetOwnStatus(String orderId) implements Query<String> {}

    record GetLiveStatus(String orderId) implements Query<String> {}

    @Cached(minutes = 30, perPrincipal = false)
    record GetMenu() implements Query<List<String>> {}

    @Evicts(GetStatus.class)
    record StartCooking(String orderId) implements Command<String> {}

    record CookAll() implements Command<String> {}

    @Cached(minutes = 1)
    record CachedCommand() implements Command<String> {}

    @Cached(minutes = 1)
    record CachedStream() implements StreamQuery<String> {}

    @Evicts(GetStatus.class)
    record EvictingQuery() implements Query<String> {}

    @Cached
    record CachedForNoTime() implements Query<String> {}

    @Cached(minutes = 1, seconds = -1)
    record CachedForNegativeTime() implements Query<String> {}
}
