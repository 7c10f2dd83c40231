package shop;

import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;

class AuditAuditable implements PipelineBehavior<Auditable<?>> {
    @Override
    public Stage stage() {
        return Stage.OBSERVE;
    }

    @Override
    public <T> OperationResult<T> handle(Auditable<?> request, Next<Auditable<?>, T> next) throws Exception {
        return next.handle(request);
    }
}
