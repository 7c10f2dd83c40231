package io.neuroglia.behavior.retry;

import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.List;

/** Notes how units end, joined ones too. */
final class CountingUnitOfWork implements UnitOfWork {
    private final List<String> ended = new ArrayList<>();
    private final List<Exception> commitFailures = new ArrayList<>();
    private int depth;

    /** "committed" or "rolled back", each. */
    List<String> ended() {
        return ended;
    }

    void refuseCommit(Exception failure) {
        commitFailures.add(failure);
    }

    @Override
    public <T> OperationResult<T> execute(Work<T> work) throws Exception {
        depth++;
        boolean committed = false;
        try {
            OperationResult<T> result = work.run();
            if (!commitFailures.isEmpty()) {
                throw commitFailures.removeFirst();
            }
            committed = true;
            return result;
        } finally {
            depth--;
            ended.add(committed ? "committed" : "rolled back");
        }
    }

    @Override
    public boolean isActive() {
        return depth > 0;
    }

    @Override
    public void raise(DomainEvent event) {
        throw new UnsupportedOperationException("raise");
    }

    @Override
    public void raise(String key, DomainEvent event) {
        throw new UnsupportedOperationException("raise");
    }

    @Override
    public void afterCommit(Runnable action) {
        throw new UnsupportedOperationException("afterCommit");
    }
}
