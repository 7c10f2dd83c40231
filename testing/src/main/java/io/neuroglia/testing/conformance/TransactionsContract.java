package io.neuroglia.testing.conformance;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.testing.postgres.PostgresExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What holds of every {@link Transactions}: what is to be kept is committed and all else leaves no trace, joined work is
 * undone alone, listeners learn how the transaction ended, whether anything has changed is known, and connections are taken late and
 * given back. Runs on a real
 * PostgreSQL. A test class for an implementation inherits it and says how to make one:
 *
 * <pre>{@code
 * class JdbcTransactionsIT extends TransactionsContract {
 *     @Override
 *     protected Transactions transactions(DataSource dataSource) {
 *         return new JdbcTransactions(dataSource);
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
@ExtendWith(PostgresExtension.class)
public abstract class TransactionsContract {

    /** For subclasses. */
    protected TransactionsContract() {}

    /**
     * Transactions on a database. Called once for each test.
     *
     * @param dataSource without a pool; counts the connections taken from it
     * @return transactions that take their connections from the data source
     * @throws Exception if they cannot be made
     */
    protected abstract Transactions transactions(DataSource dataSource) throws Exception;

    /**
     * Whether a connection is taken when it is first asked for, and not when a transaction begins. As it is, it must be.
     *
     * @return true if so
     */
    protected boolean takesConnectionsLate() {
        return true;
    }

    @Nested
    class Ending extends TransactionEnding {
        Ending() {
            super(TransactionsContract.this);
        }
    }

    @Nested
    class Joining extends TransactionJoining {
        Joining() {
            super(TransactionsContract.this);
        }
    }

    @Nested
    class Listening extends TransactionListening {
        Listening() {
            super(TransactionsContract.this);
        }
    }

    @Nested
    class Connecting extends TransactionConnecting {
        Connecting() {
            super(TransactionsContract.this);
        }
    }

    @Nested
    class FollowingJoinedWork extends TransactionSavepoints {
        FollowingJoinedWork() {
            super(TransactionsContract.this);
        }
    }

    @Nested
    class ChangingNothing extends TransactionTouching {
        ChangingNothing() {
            super(TransactionsContract.this);
        }
    }
}
