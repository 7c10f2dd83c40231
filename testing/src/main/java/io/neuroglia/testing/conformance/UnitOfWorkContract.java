package io.neuroglia.testing.conformance;

import io.neuroglia.message.DomainEvent;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import org.junit.jupiter.api.Nested;

/**
 * What holds of every {@link UnitOfWork}: events are stored and actions run only of what succeeded, and joined work fails
 * alone. A test class for an implementation inherits it and says how to make one:
 *
 * <pre>{@code
 * class DirectUnitOfWorkTest extends UnitOfWorkContract {
 *     private final DirectUnitOfWork unitOfWork = new DirectUnitOfWork();
 *
 *     @Override
 *     protected UnitOfWork unitOfWork() {
 *         return unitOfWork;
 *     }
 *
 *     @Override
 *     protected List<DomainEvent> storedEvents() {
 *         return unitOfWork.events();
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public abstract class UnitOfWorkContract {

    /** For subclasses. */
    protected UnitOfWorkContract() {}

    /**
     * A unit of work that nobody else uses. Called once for each test.
     *
     * @return a unit of work; none is open
     * @throws Exception if it cannot be made
     */
    protected abstract UnitOfWork unitOfWork() throws Exception;

    /**
     * The events that were stored, or would be, by units of work that committed since {@link #unitOfWork()}.
     *
     * @return events of type {@link Happened}, in any order, because events without an aggregate have none
     * @throws Exception if they cannot be read
     */
    protected abstract List<? extends DomainEvent> storedEvents() throws Exception;

    /**
     * The event that the suite raises.
     *
     * @param what tells it from others
     * @since 0.1
     */
    public record Happened(String what) implements DomainEvent {}

    @Nested
    class RaisingEvents extends UnitEvents {
        RaisingEvents() {
            super(UnitOfWorkContract.this);
        }
    }

    @Nested
    class ActingAfterCommit extends UnitActions {
        ActingAfterCommit() {
            super(UnitOfWorkContract.this);
        }
    }

    @Nested
    class Undoing extends UnitUndoing {
        Undoing() {
            super(UnitOfWorkContract.this);
        }
    }

    @Nested
    class NoticingForgottenSaves extends UnitSaving {
        NoticingForgottenSaves() {
            super(UnitOfWorkContract.this);
        }
    }
}
