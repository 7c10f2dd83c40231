package shop;

import io.neuroglia.message.Command;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;

class AuditCommands implements PipelineBehavior<Command<?>> {
    @Override
    public Stage stage() {
        return Stage.OBSERVE;
    }

    @Override
    public <T> OperationResult<T> handle(Command<?> request, Next<Command<?>, T> next) throws Exception {
        return next.handle(request);
    }
}
