package io.neuroglia.delivery;

import io.neuroglia.data.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;

/** What is particular to a transaction that several deliveries share. */
final class SharedTransaction {
    /**
     * A transaction of one delivery locks what that delivery changes. One of several holds the locks of all, so that two of
     * them, or one and somebody else's, may wait for each other where single ones would not. PostgreSQL ends that after a
     * second (deadlock_timeout) by the failure of either; so this one gives way long before, and the deliveries go on one
     * by one. A shorter time that somebody has set stays.
     */
    private static final String GIVE_WAY = """
        select set_config('lock_timeout', '100ms', true)
        where current_setting('lock_timeout')::interval not between interval '1 microsecond' and interval '100 ms'\
        """;

    /** Lock not available, deadlock, serialization failure. */
    private static final Set<String> IN_THE_WAY = Set.of("55P03", "40P01", "40001");

    private SharedTransaction() {}

    /** Whether a transaction failed because of what somebody else has changed and not yet committed. */
    static boolean gaveWay(Throwable failure) {
        return SqlFailures.refusals(failure)
                .map(SQLException::getSQLState)
                .filter(Objects::nonNull)
                .anyMatch(IN_THE_WAY::contains);
    }

    /** Lets an open transaction fail where it would wait long for a lock. */
    static void giveWay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(GIVE_WAY);
        }
    }
}
