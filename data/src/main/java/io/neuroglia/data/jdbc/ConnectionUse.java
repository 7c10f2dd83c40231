package io.neuroglia.data.jdbc;

import java.sql.Connection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
     * @param opened the transaction's connection, or null as long as a lazy one is not open; may be asked on any thread
     */
    void taken(Supplier<? extends @Nullable Connection> opened);

    /** The connection was given back, or could not be taken. Always follows {@link #beforeTaking()}. */
    void givenBack();
}
