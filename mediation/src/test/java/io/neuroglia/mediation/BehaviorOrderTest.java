package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.RunsAfter;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviorOrderTest {

    private final List<String> journal = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stages_decide_whatever_the_order_of_registration(long seed) {
        List<Noting<Request<?>>> behaviors = new ArrayList<>(Arrays.stream(Stage.values())
                .map(stage -> new Noting<Request<?>>(stage, stage.name(), journal))
                .toList());
        Collections.shuffle(behaviors, new Random(seed));

        sendThrough(behaviors);

        assertThat(journal)
                .containsExactly(
                        "OBSERVE", "AUTHORIZE", "VALIDATE", "CACHE", "RETRY", "TRANSACT", "DEDUPLICATE", "handler");
    }

    @Test
    void inside_a_stage_the_order_of_registration_holds() {
        sendThrough(List.of(
                new Noting<>(Stage.RETRY, "third", journal),
                new Noting<>(Stage.CACHE, "first", journal),
                new Noting<>(Stage.CACHE, "second", journal)));

        assertThat(journal).containsExactly("first", "second", "third", "handler");
    }

    @Test
    void inside_a_stage_a_declared_order_comes_before_that_of_registration() {
        sendThrough(List.of(
                new Last(journal), new Middle(journal), new Noting<>(Stage.CACHE, "any", journal), new First(journal)));

        assertThat(journal).containsExactly("first", "middle", "last", "any", "handler");
    }

    @Test
    void a_declared_order_holds_for_each_instance_of_the_named_class() {
        sendThrough(List.of(new Middle(journal), new First(journal), new First(journal)));

        assertThat(journal).containsExactly("first", "first", "middle", "handler");
    }

    @Test
    void a_behavior_that_is_not_registered_is_ignored_in_an_order() {
        sendThrough(List.of(new Last(journal), new First(journal)));

        assertThat(journal).containsExactly("last", "first", "handler");
    }

    @Test
    void a_behavior_of_another_stage_is_ignored_in_an_order() {
        sendThrough(List.of(new First(journal), new EarlyAfterFirst(journal)));

        assertThat(journal).containsExactly("early", "first", "handler");
    }

    @Test
    void a_behavior_named_twice_in_one_order_counts_once() {
        sendThrough(List.of(new Doubtful(journal), new First(journal)));

        assertThat(journal).containsExactly("first", "doubtful", "handler");
    }

    @Test
    void a_cycle_stops_the_start_and_names_the_behaviors() {
        MediatorBuilder builder = Mediator.builder()
                .behavior(Request.class, new Noting<>(Stage.CACHE, "innocent", journal))
                .behavior(Request.class, new Hen(journal))
                .behavior(Request.class, new Egg(journal));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is a cycle")
                .hasMessageContaining(
                        Hen.class.getName() + " after " + Egg.class.getName() + " after " + Hen.class.getName())
                .hasMessageNotContaining(Noting.class.getName());
    }

    @Test
    void a_behavior_after_itself_is_a_cycle() {
        MediatorBuilder builder = Mediator.builder().behavior(Request.class, new Narcissus(journal));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Narcissus.class.getName() + " after " + Narcissus.class.getName());
    }

    private void sendThrough(List<Noting<Request<?>>> behaviors) {
        MediatorBuilder builder = Mediator.builder().handle(Ping.class, ping -> {
            journal.add("handler");
            return OperationResult.ok("pong");
        });
        behaviors.forEach(behavior -> builder.behavior(Request.class, behavior));

        builder.build().execute(new Ping());
    }

    private static final class First extends Noting<Request<?>> {
        First(List<String> journal) {
            super(Stage.CACHE, "first", journal);
        }
    }

    @RunsAfter(First.class)
    private static final class Middle extends Noting<Request<?>> {
        Middle(List<String> journal) {
            super(Stage.CACHE, "middle", journal);
        }
    }

    @RunsAfter(Middle.class)
    private static final class Last extends Noting<Request<?>> {
        Last(List<String> journal) {
            super(Stage.CACHE, "last", journal);
        }
    }

    @RunsAfter(First.class)
    private static final class EarlyAfterFirst extends Noting<Request<?>> {
        EarlyAfterFirst(List<String> journal) {
            super(Stage.OBSERVE, "early", journal);
        }
    }

    @RunsAfter({First.class, First.class})
    private static final class Doubtful extends Noting<Request<?>> {
        Doubtful(List<String> journal) {
            super(Stage.CACHE, "doubtful", journal);
        }
    }

    @RunsAfter(Egg.class)
    private static final class Hen extends Noting<Request<?>> {
        Hen(List<String> journal) {
            super(Stage.CACHE, "hen", journal);
        }
    }

    @RunsAfter(Hen.class)
    private static final class Egg extends Noting<Request<?>> {
        Egg(List<String> journal) {
            super(Stage.CACHE, "egg", journal);
        }
    }

    @RunsAfter(Narcissus.class)
    private static final class Narcissus extends Noting<Request<?>> {
        Narcissus(List<String> journal) {
            super(Stage.CACHE, "narcissus", journal);
        }
    }
}
