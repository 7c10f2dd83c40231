package io.neuroglia.chaos.fault;

import io.neuroglia.chaos.fault.PathPoint.Moment;
import java.sql.Connection;
import java.sql.SQLException;

/** Sees each statement of the delivery path before it is sent and after its answer has come, and may strike. */
public interface StatementObserver {
    /**
     * A statement is about to be sent, or was answered.
     *
     * @throws SQLException to the one who executes the statement
     */
    void at(Moment moment, PathStatement statement, Connection connection) throws SQLException;

    /** A statement that touches the library's tables and is none of the path. */
    default void unknown(String sql) {}
}
