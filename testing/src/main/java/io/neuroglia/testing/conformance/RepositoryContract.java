package io.neuroglia.testing.conformance;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;

/**
 * What holds of every {@link Repository}: what is stored is found again unchanged, of two writers the first wins, what
 * failed or was rolled back leaves no trace, events are handed over once, a forgotten save is noticed, large sets are
 * read one by one, and what cannot be read does not keep the rest from being read. A test class for a repository inherits
 * it and says how to make the repository and its aggregates:
 *
 * <pre>{@code
 * @ExtendWith(PostgresExtension.class)
 * class OrderRepositoryIT extends RepositoryContract<Order, String> {
 *     private final TestDatabase database;
 *     private final JdbcTransactions transactions;
 *
 *     OrderRepositoryIT(TestDatabase database) {
 *         this.database = database;
 *         this.transactions = new JdbcTransactions(database.dataSource());
 *     }
 *
 *     @Override
 *     protected Repository<Order, String> repository(EventSink events) {
 *         database.execute("drop table if exists customer_order; create table customer_order …");
 *         return PostgresRepository.of(transactions, events, "customer_order", new OrderMapping());
 *     }
 *
 *     @Override
 *     protected <V> V inUnitOfWork(Callable<V> work) throws Exception {
 *         return transactions.execute(work, outcome -> true);
 *     }
 *
 *     @Override
 *     protected Order newAggregate() {
 *         return Order.place(UUID.randomUUID().toString(), customer, pizzas);
 *     }
 *
 *     @Override
 *     protected void change(Order order) {
 *         order.confirm();
 *     }
 * }
 * }</pre>
 *
 * <p>Aggregates are compared field by field. To test a repository for any aggregate rather than one for a given
 * aggregate, inherit {@link AnyAggregateContract}. JUnit makes a new instance for each test.
 *
 * @param <T> the aggregate
 * @param <ID> identifies it
 * @since 0.1
 */
public abstract class RepositoryContract<T extends AggregateRoot<ID>, ID> {

    /** For subclasses. */
    protected RepositoryContract() {}

    /**
     * A repository over empty storage. Called once for each test, on a thread without a unit of work.
     *
     * @param events to be given all events, and what is to be undone when a unit of work rolls back
     * @return a repository that holds nothing
     * @throws Exception if the storage cannot be prepared
     */
    protected abstract Repository<T, ID> repository(EventSink events) throws Exception;

    /**
     * An aggregate with an id of its own and all fields filled, that was never stored.
     *
     * @return a new aggregate; it may have pending events
     */
    protected abstract T newAggregate();

    /**
     * Changes an aggregate and has it raise at least one event. Not called for an aggregate that is changed already.
     *
     * @param aggregate made by {@link #newAggregate()}, perhaps stored and found again
     */
    protected abstract void change(T aggregate);

    /**
     * How often the storage has been asked so far, such as the number of statements sent. As it is, nobody counts, and
     * nothing is said about it.
     *
     * @return a number that grows by one each time
     */
    protected long roundTrips() {
        return 0;
    }

    /**
     * Spoils the stored state of an aggregate behind the repository's back so that it cannot be read, such as by taking a
     * field away with SQL. As it is, does nothing, for storage that only the repository reaches; then the tests about
     * unreadable aggregates are skipped.
     *
     * @param id of a stored aggregate
     * @return whether it cannot be read now
     * @throws Exception if the storage cannot be reached
     */
    protected boolean makeUnreadable(ID id) throws Exception {
        return false;
    }

    /**
     * Called after each test. As it is, closes the repository if it can be closed.
     *
     * @param repository made by {@link #repository(EventSink)}
     * @throws Exception if it cannot be closed
     */
    protected void close(Repository<T, ID> repository) throws Exception {
        if (repository instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    /**
     * Runs work in a unit of work of its own, that commits if the work returns and rolls back if it throws. As it
     * is, it just runs the work, for repositories without transactions; what those are to undo is undone through the event
     * sink.
     *
     * @param work reads or changes repositories
     * @param <V> what it answers
     * @return what the work answered
     * @throws Exception what the work throws, as it is
     */
    protected <V> V inUnitOfWork(Callable<V> work) throws Exception {
        return work.call();
    }

    @Nested
    class Finding extends RepositoryFinding<T, ID> {
        Finding() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    class Storing extends RepositoryStoring<T, ID> {
        Storing() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    class Competing extends RepositoryCompetition<T, ID> {
        Competing() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    class HandingOverEvents extends RepositoryEvents<T, ID> {
        HandingOverEvents() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    class RollingBack extends RepositoryUndoing<T, ID> {
        RollingBack() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    class Streaming extends RepositoryStreaming<T, ID> {
        Streaming() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    class NoticingForgottenSaves extends RepositoryWatching<T, ID> {
        NoticingForgottenSaves() {
            super(RepositoryContract.this);
        }
    }

    @Nested
    class PassingOverTheUnreadable extends RepositoryUnreadable<T, ID> {
        PassingOverTheUnreadable() {
            super(RepositoryContract.this);
        }
    }
}
