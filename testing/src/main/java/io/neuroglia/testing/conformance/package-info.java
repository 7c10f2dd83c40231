/**
 * Conformance suites: whoever implements a port inherits its suite, and has the same tests as all others.
 *
 * <pre>{@code
 * class JdbcTransactionsIT extends TransactionsContract {
 *     @Override
 *     protected Transactions transactions(DataSource dataSource) {
 *         return new JdbcTransactions(dataSource);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.testing.conformance;

import org.jspecify.annotations.NullMarked;
