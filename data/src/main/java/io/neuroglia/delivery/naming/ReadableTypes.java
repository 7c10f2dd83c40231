package io.neuroglia.delivery.naming;

import io.neuroglia.delivery.schema.Columns;
import java.sql.SQLException;
import java.util.List;

/**
 * Names of event types with the versions that this process can read, as three columns. Immutable; thread-safe.
 *
 * @param names logical names, present and former
 * @param lowest oldest version of each that upcasters lead from
 * @param highest present version of each
 * @since 0.1
 */
public record ReadableTypes(List<String> names, List<Integer> lowest, List<Integer> highest) {
    /**
     * Sets the next three parameters of a statement.
     *
     * @param columns the parameters
     * @return the same
     * @throws SQLException if the driver refuses
     */
    public Columns addTo(Columns columns) throws SQLException {
        return columns.texts(names).add("int", lowest, version -> version).add("int", highest, version -> version);
    }
}
