package io.neuroglia.behavior.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.behavior.transaction.TransactionBehavior;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Command;
import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.OutsideUnitOfWork;
import io.neuroglia.transaction.RepeatOnConflict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryBehaviorTest {
    private static final RetrySettings THREE_ATTEMPTS =
            new RetrySettings(3, Duration.ofMillis(1), Duration.ofMillis(2));

    private final CountingUnitOfWork unitOfWork = new CountingUnitOfWork();
    private final List<Exception> failures = new ArrayList<>();
    private int runs;

    private final Mediator mediator = Mediator.builder()
            .behavior(Command.class, new TransactionBehavior(unitOfWork))
            .behavior(
                    Command.class,
                    new RetryBehavior(unitOfWork, THREE_ATTEMPTS, List.of(ConcurrentModificationException.class)))
            .handle(Book.class, book -> run())
            .handle(Refill.class, refill -> run())
            .handle(Pay.class, pay -> run())
            .handle(Ask.class, ask -> run())
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void a_command_that_was_rolled_back_for_another_is_run_again_in_a_new_unit(String state) {
        failures.add(new IllegalStateException("Cannot write", refused(state)));

        assertThat(mediator.execute(new Book()).data()).isEqualTo("run 2");

        assertThat(unitOfWork.ended()).containsExactly("rolled back", "committed");
    }

    @Test
    void attempts_are_bounded_and_the_last_failure_is_thrown_as_it_is() {
        failures.addAll(List.of(deadlock(), deadlock(), deadlock()));
        Exception last = failures.getLast();

        assertThatThrownBy(() -> mediator.execute(new Book())).isSameAs(last);

        assertThat(runs).isEqualTo(3);
        assertThat(unitOfWork.ended()).hasSize(3).containsOnly("rolled back");
    }

    @Test
    void a_commit_that_is_refused_for_another_is_run_again() {
        unitOfWork.refuseCommit(refused("40001"));

        assertThat(mediator.execute(new Book()).data()).isEqualTo("run 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "57014", "08006", "53100", "25006", "40002"})
    void what_another_attempt_would_not_help_or_may_have_been_committed_is_not_run_again(String state) {
        failures.add(refused(state));

        assertThatThrownBy(() -> mediator.execute(new Book())).isInstanceOf(SQLException.class);

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void failures_without_a_state_and_causes_in_a_circle_are_not_run_again() {
        Exception circle = new IllegalStateException("one");
        circle.initCause(new IllegalStateException("other", circle));
        failures.add(circle);

        assertThatThrownBy(() -> mediator.execute(new Book())).isSameAs(circle);
        failures.add(new SQLException("no state"));
        assertThatThrownBy(() -> mediator.execute(new Book())).isInstanceOf(SQLException.class);

        assertThat(runs).isEqualTo(2);
    }

    @Test
    void a_refusal_is_an_answer_and_not_run_again() {
        Mediator refusing = Mediator.builder()
                .behavior(Command.class, new RetryBehavior(unitOfWork, THREE_ATTEMPTS))
                .handle(Book.class, book -> {
                    runs++;
                    return OperationResult.conflict("taken");
                })
                .build();

        assertThat(refusing.execute(new Book())).isEqualTo(OperationResult.conflict("taken"));

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void a_query_is_not_run_again() {
        failures.add(deadlock());

        assertThatThrownBy(() -> mediator.execute(new Ask())).isInstanceOf(SQLException.class);

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void an_interrupted_thread_is_not_kept_waiting() {
        Exception failure = deadlock();
        failures.add(failure);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> mediator.execute(new Book())).isSameAs(failure);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs).isEqualTo(1);
    }

    @Nested
    class OnConflicts {
        @Test
        void a_command_is_not_run_again_unless_it_says_so() {
            failures.add(new ConcurrentModificationException());

            assertThatThrownBy(() -> mediator.execute(new Book())).isInstanceOf(ConcurrentModificationException.class);

            assertThat(runs).isEqualTo(1);
        }

        @Test
        void a_command_that_says_so_is_run_again() {
            failures.add(new ConcurrentModificationException());

            assertThat(mediator.execute(new Refill()).data()).isEqualTo("run 2");
        }

        @Test
        void a_command_that_gave_in_to_another_is_run_again_when_it_meets_what_that_one_changed() {
            failures.addAll(List.of(deadlock(), new ConcurrentModificationException()));

            assertThat(mediator.execute(new Book()).data()).isEqualTo("run 3");
        }

        @Test
        void other_failures_are_not_run_again() {
            failures.add(new IllegalStateException("a bug"));

            assertThatThrownBy(() -> mediator.execute(new Refill())).hasMessage("a bug");

            assertThat(runs).isEqualTo(1);
        }
    }

    @Nested
    class WhereNothingWouldBeUndone {
        @Test
        void a_command_inside_an_open_unit_is_run_once_and_the_outermost_again() {
            Mediator nesting = Mediator.builder()
                    .behavior(Command.class, new RetryBehavior(unitOfWork, THREE_ATTEMPTS))
                    .behavior(Command.class, new TransactionBehavior(unitOfWork))
                    .handle(Refill.class, refill -> mediator.execute(new Book()))
                    .build();
            failures.add(deadlock());

            assertThat(nesting.execute(new Refill()).data()).isEqualTo("run 2");

            assertThat(unitOfWork.ended()).containsExactly("rolled back", "rolled back", "committed", "committed");
        }

        @Test
        void a_command_without_a_unit_of_work_is_run_once() {
            failures.add(deadlock());

            assertThatThrownBy(() -> mediator.execute(new Pay())).isInstanceOf(SQLException.class);

            assertThat(runs).isEqualTo(1);
            assertThat(unitOfWork.ended()).isEmpty();
        }
    }

    @Nested
    class Pausing {
        private final RetrySettings settings = new RetrySettings(9, Duration.ofMillis(10), Duration.ofMillis(50));

        @Test
        void the_longest_pause_doubles_up_to_a_limit() {
            assertThat(settings.pauseAfter(1, 1)).isEqualTo(Duration.ofMillis(10));
            assertThat(settings.pauseAfter(2, 1)).isEqualTo(Duration.ofMillis(20));
            assertThat(settings.pauseAfter(3, 1)).isEqualTo(Duration.ofMillis(40));
            assertThat(settings.pauseAfter(4, 1)).isEqualTo(Duration.ofMillis(50));
            assertThat(settings.pauseAfter(2_000, 1)).isEqualTo(Duration.ofMillis(50));
        }

        @Test
        void chance_shortens_it() {
            assertThat(settings.pauseAfter(2, 0)).isZero();
            assertThat(settings.pauseAfter(2, 0.5)).isEqualTo(Duration.ofMillis(10));
        }

        @Test
        void settings_that_mean_nothing_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RetrySettings(0, Duration.ZERO, Duration.ZERO))
                    .withMessageContaining("0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RetrySettings(1, Duration.ofMillis(-1), Duration.ZERO));
        }
    }

    private OperationResult<String> run() throws Exception {
        runs++;
        if (!failures.isEmpty()) {
            throw failures.removeFirst();
        }
        return OperationResult.ok("run " + runs);
    }

    private static SQLException deadlock() {
        return refused("40P01");
    }

    private static SQLException refused(String state) {
        return new SQLException("refused", state);
    }

    record Book() implements Command<String> {}

    @RepeatOnConflict
    record Refill() implements Command<String> {}

    @OutsideUnitOfWork
    record Pay() implements Command<String> {}

    record Ask() implements Query<String> {}
}
