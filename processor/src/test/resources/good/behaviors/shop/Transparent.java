package shop;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;

abstract class Transparent<Q extends Request<?>> implements PipelineBehavior<Q> {
    @Override
    public Stage stage() {
        return Stage.AUTHORIZE;
    }

    @Override
    public <T> OperationResult<T> handle(Q request, Next<Q, T> next) throws Exception {
        return next.handle(request);
    }
}
