package shop;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;

class AuditEverything implements PipelineBehavior<Request<?>> {
    @Override
    public Stage stage() {
        return Stage.OBSERVE;
    }

    @Override
    public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
        return next.handle(request);
    }
}
