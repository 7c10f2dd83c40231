package io.neuroglia.mediation;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.List;

/** A behavior that notes its name each time a request passes on its way in. */
class Noting<Q extends Request<?>> implements PipelineBehavior<Q> {
    private final Stage stage;
    private final String name;
    private final List<String> journal;

    Noting(Stage stage, String name, List<String> journal) {
        this.stage = stage;
        this.name = name;
        this.journal = journal;
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public <T> OperationResult<T> handle(Q request, Next<Q, T> next) throws Exception {
        journal.add(name);
        return next.handle(request);
    }
}
