package io.neuroglia.data.jdbc;

import java.sql.Connection;

/**
 * Told when a transaction takes a connection and gives it back, so that the number in use can be limited and a running
 * statement cancelled. Called on the transaction's thread.
 *
 * @since 0.1
 */
public interface ConnectionUse {
    /**
     * A connection is about to be taken. May wait.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile; then none is taken
     */
    void beforeTaking() throws InterruptedException;

    /**
     * A connection was taken.
     *
     * @param connection belongs to the transaction
     */
    void taken(Connection connection);

    /** The connection was given back, or could not be taken. Always follows {@link #beforeTaking()}. */
    void givenBack();
}
