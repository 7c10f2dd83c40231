package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements on a connection. */
@FunctionalInterface
interface SqlCall<V> {
    V on(Connection connection) throws SQLException;
}
