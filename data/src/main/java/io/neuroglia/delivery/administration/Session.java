package io.neuroglia.delivery.administration;

import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;

/** A connection to the library's tables. For one thread. */
record Session(Connection connection, Schema schema) {
    /** An empty statement, to be put together. */
    SqlText sql() {
        return new SqlText(this);
    }
}
