package io.neuroglia.behavior.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Query;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.OutsideUnitOfWork;
import io.neuroglia.transaction.UnitOfWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionBehaviorTest {

    private final RecordingUnitOfWork unitOfWork = new RecordingUnitOfWork();
    private final TransactionBehavior behavior = new TransactionBehavior(unitOfWork);

    @Test
    void a_command_runs_inside_a_unit_of_work_and_its_result_decides() {
        Mediator mediator = Mediator.builder()
                .behavior(Command.class, behavior)
                .handle(Rename.class, command -> {
                    unitOfWork.journal.add("handled in unit: " + unitOfWork.isActive());
                    return command.name().isEmpty()
                            ? OperationResult.badRequest("No name")
                            : OperationResult.ok("done");
                })
                .build();

        OperationResult<String> success = mediator.execute(new Rename("Ada"));
        OperationResult<String> failure = mediator.execute(new Rename(""));

        assertThat(success).isEqualTo(OperationResult.ok("done"));
        assertThat(failure).isEqualTo(OperationResult.badRequest("No name"));
        assertThat(unitOfWork.journal)
                .containsExactly("handled in unit: true", "commit", "handled in unit: true", "roll back");
    }

    @Test
    void an_exception_reaches_the_unit_of_work_and_the_caller_as_it_was_thrown() {
        IOException thrown = new IOException("disk");
        Mediator mediator = Mediator.builder()
                .behavior(Command.class, behavior)
                .handle(Rename.class, command -> {
                    throw thrown;
                })
                .build();

        assertThatThrownBy(() -> mediator.execute(new Rename("Ada"))).isSameAs(thrown);

        assertThat(unitOfWork.journal).containsExactly("roll back after java.io.IOException");
    }

    @Test
    void a_commit_that_fails_is_not_a_success() {
        unitOfWork.commitFailure = new IOException("connection lost");
        Mediator mediator = Mediator.builder()
                .behavior(Command.class, behavior)
                .handle(Rename.class, command -> OperationResult.ok("done"))
                .build();

        assertThatThrownBy(() -> mediator.execute(new Rename("Ada"))).isSameAs(unitOfWork.commitFailure);
    }

    @Test
    void a_query_runs_without_a_unit_of_work() {
        Mediator mediator = Mediator.builder()
                .behavior(Command.class, behavior)
                .handle(Ask.class, query -> OperationResult.ok("unit: " + unitOfWork.isActive()))
                .build();

        OperationResult<String> answer = mediator.execute(new Ask());

        assertThat(answer.data()).isEqualTo("unit: false");
        assertThat(unitOfWork.journal).isEmpty();
    }

    @Test
    void a_command_that_opens_its_units_itself_runs_without_one() {
        Mediator mediator = Mediator.builder()
                .behavior(Command.class, behavior)
                .handle(Pay.class, command -> OperationResult.ok("unit: " + unitOfWork.isActive()))
                .build();

        assertThat(mediator.execute(new Pay()).data()).isEqualTo("unit: false");
        assertThat(unitOfWork.journal).isEmpty();
    }

    @Test
    void it_stands_in_the_stage_of_transactions() {
        assertThat(behavior.stage()).isEqualTo(Stage.TRANSACT);
    }

    @Test
    void a_missing_unit_of_work_is_refused() {
        assertThatThrownBy(() -> new TransactionBehavior(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("unitOfWork");
    }

    record Rename(String name) implements Command<String> {}

    @OutsideUnitOfWork
    record Pay() implements Command<String> {}

    record Ask() implements Query<String> {}

    private static final class RecordingUnitOfWork implements UnitOfWork {
        private final List<String> journal = new ArrayList<>();
        private boolean active;
        private Exception commitFailure;

        @Override
        public <T> OperationResult<T> execute(Work<T> work) throws Exception {
            active = true;
            try {
                OperationResult<T> result = work.run();
                journal.add(result.isSuccess() ? "commit" : "roll back");
                if (commitFailure != null) {
                    throw commitFailure;
                }
                return result;
            } catch (Exception thrown) {
                journal.add("roll back after " + thrown.getClass().getName());
                throw thrown;
            } finally {
                active = false;
            }
        }

        @Override
        public boolean isActive() {
            return active;
        }

        @Override
        public void raise(String key, DomainEvent event) {
            throw new UnsupportedOperationException("raise");
        }

        @Override
        public void raise(DomainEvent event) {
            throw new UnsupportedOperationException("raise");
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new UnsupportedOperationException("afterCommit");
        }
    }
}
