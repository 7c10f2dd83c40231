package io.neuroglia.delivery.administration;

import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.administration.DeliveryChanges.Ending;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.result.OperationResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out actions in transactions and logs each. Thread-safe. */
final class Actions {
    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);
    private static final int BATCH = 100;
    private static final List<DeliveryState> FAILED = List.of(DeliveryState.RETRY, DeliveryState.PARKED);
    private static final List<DeliveryState> ANY = List.of(DeliveryState.values());

    private final Transactions transactions;
    private final Schema schema;
    private final LocalDelivery local;

    Actions(Transactions transactions, Schema schema, LocalDelivery local) {
        this.transactions = transactions;
        this.schema = schema;
        this.local = local;
    }

    /** Answers how many were changed. */
    int retry(DeliveryFilter filter, int limit, Intervention by) {
        return changed("retry", by, () -> {
            Session session = session();
            return DeliveryChanges.retry(session, DeliveryLocks.rows(session, filter, FAILED, limit), by);
        });
    }

    /** Answers how many were changed: rows of the delivery table first, for they have waited longer. */
    int skip(DeliveryFilter filter, int limit, Intervention by) {
        return changed("skip", by, () -> {
            Session session = session();
            var rows = DeliveryLocks.rows(session, filter, ANY, limit);
            List<DeliveryId> ended = new ArrayList<>(DeliveryChanges.endRows(session, rows, Ending.SKIP, by));
            if (ended.size() < limit) {
                var pending = DeliveryLocks.pending(session, filter, limit - ended.size());
                ended.addAll(DeliveryChanges.endPending(session, pending, Ending.SKIP, by));
            }
            return ended;
        });
    }

    OperationResult<Void> withEvent(String action, Intervention by, EventAction change) {
        return execute(action, by, () -> change.on(new EventChanges(session(), local, by)))
                .flatMap(changed -> OperationResult.noContent());
    }

    /** Repeats a step until it has changed as many as wanted, or fewer than it was allowed to. */
    int inBatches(int limit, IntUnaryOperator step) {
        int changed = 0;
        while (changed < limit) {
            int batch = Math.min(BATCH, limit - changed);
            int now = step.applyAsInt(batch);
            changed += now;
            if (now < batch) {
                break;
            }
        }
        return changed;
    }

    private Session session() {
        return new Session(transactions.connection(), schema);
    }

    private int changed(String action, Intervention by, Callable<List<DeliveryId>> work) {
        return execute(action, by, () -> OperationResult.ok(work.call())).data().size();
    }

    private OperationResult<List<DeliveryId>> execute(
            String action, Intervention by, Callable<OperationResult<List<DeliveryId>>> work) {
        OperationResult<List<DeliveryId>> result = inTransaction(action, work);
        if (result.isSuccess()) {
            result.data().forEach(id -> LOG.info("{} of {} by {}: {}", action, id, by.actor(), by.reason()));
            local.wake();
        }
        return result;
    }

    private <V> OperationResult<V> inTransaction(String action, Callable<OperationResult<V>> work) {
        try {
            return transactions.execute(work, OperationResult::isSuccess);
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot " + action, cause);
        } catch (RuntimeException cause) {
            throw cause;
        } catch (Exception cause) {
            throw new IllegalStateException("Cannot " + action, cause);
        }
    }

    /** What is to be done with an event. */
    @FunctionalInterface
    interface EventAction {
        OperationResult<List<DeliveryId>> on(EventChanges event) throws SQLException;
    }
}
