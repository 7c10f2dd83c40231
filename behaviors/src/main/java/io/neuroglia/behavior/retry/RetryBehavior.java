package io.neuroglia.behavior.retry;

import io.neuroglia.message.Command;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.OutsideUnitOfWork;
import io.neuroglia.transaction.RepeatOnConflict;
import io.neuroglia.transaction.UnitOfWork;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a command again whose unit of work the database rolled back for the sake of another transaction: a deadlock, or a
 * failed serialization. Nothing of the attempt is left then, and the next one usually succeeds. A command that somebody
 * else's change to an aggregate got in the way of is run again only if it is marked with {@link RepeatOnConflict}, or if
 * it was rolled back for another before: whether that other one has committed by the time of the next attempt is chance.
 *
 * <p>A command inside an open unit of work is never run again by itself, because its unit is a part of the outer one; the
 * outermost command is. Nor is one that is marked with {@link OutsideUnitOfWork}. Register it together with a behavior of
 * {@link Stage#TRANSACT}, without which nothing is undone. Thread-safe.
 *
 * @since 0.1
 */
public final class RetryBehavior implements PipelineBehavior<Command<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(RetryBehavior.class);

    /** Serialization failure, deadlock: by the standard, the transaction was rolled back and may be run again. */
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    private final UnitOfWork unitOfWork;
    private final RetrySettings settings;
    private final List<Class<? extends Exception>> conflicts;

    /**
     * Runs commands again after deadlocks and serialization failures.
     *
     * @param unitOfWork the one around commands
     * @param settings how often and when
     */
    public RetryBehavior(UnitOfWork unitOfWork, RetrySettings settings) {
        this(unitOfWork, settings, List.of());
    }

    /**
     * Runs commands again, those with {@link RepeatOnConflict} also after conflicts.
     *
     * @param unitOfWork the one around commands
     * @param settings how often and when
     * @param conflicts exceptions that say that somebody else has changed what was read, such as
     *     {@code VersionConflictException.class}
     */
    public RetryBehavior(UnitOfWork unitOfWork, RetrySettings settings, List<Class<? extends Exception>> conflicts) {
        this.unitOfWork = Objects.requireNonNull(unitOfWork, "unitOfWork");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.conflicts = List.copyOf(conflicts);
    }

    @Override
    public Stage stage() {
        return Stage.RETRY;
    }

    @Override
    public boolean appliesTo(Class<?> requestType) {
        return !requestType.isAnnotationPresent(OutsideUnitOfWork.class);
    }

    @Override
    public <T> OperationResult<T> handle(Command<?> request, Next<Command<?>, T> next) throws Exception {
        if (unitOfWork.isActive()) {
            return next.handle(request);
        }
        boolean gaveIn = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return next.handle(request);
            } catch (Exception failure) {
                boolean givesIn = anyCause(failure, RetryBehavior::isRolledBackForAnother);
                boolean mayBeRepeated =
                        givesIn || ((gaveIn || isRepeatable(request)) && anyCause(failure, this::isConflict));
                if (!mayBeRepeated || attempt >= settings.attempts()) {
                    throw failure;
                }
                gaveIn |= givesIn;
                pauseAfter(attempt, request, failure);
            }
        }
    }

    private static boolean isRepeatable(Command<?> request) {
        return request.getClass().isAnnotationPresent(RepeatOnConflict.class);
    }

    private static boolean isRolledBackForAnother(Throwable cause) {
        return cause instanceof SQLException refused
                && refused.getSQLState() != null
                && ROLLED_BACK.contains(refused.getSQLState());
    }

    private boolean isConflict(Throwable cause) {
        return conflicts.stream().anyMatch(type -> type.isInstance(cause));
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> condition) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(50) // causes may go round in a circle
                .anyMatch(condition);
    }

    /** Holds nothing meanwhile: the unit of work has ended. */
    private void pauseAfter(int attempt, Command<?> request, Exception failure) throws Exception {
        LOG.info(
                "{} was in the way of another transaction and is run again; attempt {} of {} failed: {}",
                request.getClass().getSimpleName(),
                attempt,
                settings.attempts(),
                failure.toString());
        try {
            Thread.sleep(
                    settings.pauseAfter(attempt, ThreadLocalRandom.current().nextDouble()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
