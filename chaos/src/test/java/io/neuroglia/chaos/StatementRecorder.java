package io.neuroglia.chaos;

import io.neuroglia.chaos.fault.PathPoint.Moment;
import io.neuroglia.chaos.fault.PathStatement;
import io.neuroglia.chaos.fault.StatementObserver;
import java.sql.Connection;
import java.util.Set;

/**
 * Notes which statements pass by.
 *
 * @param seen those of the path
 * @param unknown others on the library's tables
 */
record StatementRecorder(Set<PathStatement> seen, Set<String> unknown) implements StatementObserver {
    @Override
    public void at(Moment moment, PathStatement statement, Connection connection) {
        seen.add(statement);
    }

    @Override
    public void unknown(String sql) {
        unknown.add(sql);
    }
}
