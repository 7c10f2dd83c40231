package io.neuroglia.behavior.transaction;

import io.neuroglia.message.Command;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.OutsideUnitOfWork;
import io.neuroglia.transaction.UnitOfWork;
import java.util.Objects;

/**
 * Brackets every command with a unit of work: a success commits, a failure or an exception rolls back. A command sent
 * from inside another one joins its unit. Queries change nothing and need none; commands that are to have none say so by
 * {@link OutsideUnitOfWork}. Thread-safe.
 *
 * @since 0.1
 */
public final class TransactionBehavior implements PipelineBehavior<Command<?>> {
    private final UnitOfWork unitOfWork;

    /**
     * Brackets commands with this unit of work.
     *
     * @param unitOfWork serves all threads
     */
    public TransactionBehavior(UnitOfWork unitOfWork) {
        this.unitOfWork = Objects.requireNonNull(unitOfWork, "unitOfWork");
    }

    @Override
    public Stage stage() {
        return Stage.TRANSACT;
    }

    @Override
    public boolean appliesTo(Class<?> requestType) {
        return !requestType.isAnnotationPresent(OutsideUnitOfWork.class);
    }

    @Override
    public <T> OperationResult<T> handle(Command<?> request, Next<Command<?>, T> next) throws Exception {
        return unitOfWork.execute(() -> next.handle(request));
    }
}
