package io.neuroglia.behavior.caching;

import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.List;

/** A unit of work that changes nothing, but keeps the rules of actions after the commit. */
final class ActionUnitOfWork implements UnitOfWork {
    @SuppressWarnings("ThreadLocalUsage") // of this instance: tests share nothing
    private final ThreadLocal<List<Runnable>> open = new ThreadLocal<>();

    @Override
    public <T> OperationResult<T> execute(Work<T> work) throws Exception {
        List<Runnable> outer = open.get();
        List<Runnable> actions = new ArrayList<>();
        OperationResult<T> result;
        open.set(actions);
        try {
            result = work.run();
        } finally {
            restore(outer);
        }
        if (result.isSuccess()) {
            if (outer == null) {
                actions.forEach(Runnable::run);
            } else {
                outer.addAll(actions);
            }
        }
        return result;
    }

    private void restore(List<Runnable> outer) {
        if (outer == null) {
            open.remove();
        } else {
            open.set(outer);
        }
    }

    @Override
    public boolean isActive() {
        return open.get() != null;
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
        open.get().add(action);
    }
}
