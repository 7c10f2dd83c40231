package io.neuroglia.delivery.claiming;

import io.neuroglia.delivery.running.DatabaseClock;
import io.neuroglia.delivery.schema.GuardedLog;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * This process's right to own work: an incarnation, whose number is the fencing token of all it records. It lives as long
 * as the session that holds its advisory lock, and no longer than its lease by the database's clock. An incarnation that
 * has ended is never revived, since others may have taken its work over; the process begins another. One thread changes
 * it, any thread asks.
 */
final class Lease {
    private static final GuardedLog LOG = GuardedLog.of(Lease.class);
    private static final String LOCK = "hashtextextended('neuroglia./' || %s, 20726)";

    /** The lock is held before anybody can see the row. */
    private static final String BEGIN = """
        with begun as (
            insert into neuroglia.process (name, lease_until)
            values (?, clock_timestamp() + ? * interval '1 millisecond') returning incarnation)
        select incarnation, clock_timestamp(), pg_try_advisory_lock(%s) from begun\
        """.formatted(LOCK.formatted("incarnation"));

    private static final String RENEW = """
        update neuroglia.process set lease_until = clock_timestamp() + ? * interval '1 millisecond'
        where incarnation = ? and lease_until > clock_timestamp() returning clock_timestamp()\
        """;

    /** The row stays for a while and tells when the incarnation ended. */
    private static final String GIVE_UP = """
        update neuroglia.process set lease_until = least(lease_until, clock_timestamp()) where incarnation = ?\
        """;

    private static final String END = "delete from neuroglia.process where incarnation = ?";
    private static final String UNLOCK = "select pg_advisory_unlock(%s)".formatted(LOCK.formatted("?::bigint"));

    /** Whoever gets the lock of another incarnation knows that its session has ended. */
    private static final String END_DEAD = """
        with dead as materialized (
            select p.incarnation from neuroglia.process p
            where p.incarnation <> ? and p.lease_until > clock_timestamp() and pg_try_advisory_xact_lock(%s))
        update neuroglia.process p set lease_until = clock_timestamp() from dead where p.incarnation = dead.incarnation\
        """.formatted(LOCK.formatted("p.incarnation"));

    private static final String LIVING = """
        select coalesce(sum(hashint8(incarnation)::bigint), 0),
               ceil(extract(epoch from min(lease_until) filter (where incarnation <> ?) - clock_timestamp()) * 1000)::bigint
        from neuroglia.process where lease_until > clock_timestamp()\
        """;
    private static final String FORGET_LONG_EXPIRED =
            "delete from neuroglia.process where lease_until < clock_timestamp() - interval '1 hour'";

    private final Schema schema;
    private final String processName;
    private final Duration duration;
    private final DatabaseClock clock = new DatabaseClock();
    private final Set<Long> former = new ConcurrentSkipListSet<>();
    private volatile @Nullable Held held;

    Lease(Schema schema, String processName, Duration duration) {
        this.schema = schema;
        this.processName = processName;
        this.duration = duration;
    }

    /** The incarnation that may own work now, or null when there is none or its lease may have expired. */
    @Nullable
    Long incarnation() {
        Held now = held;
        return now == null || System.nanoTime() - now.untilNanos() >= 0 ? null : now.incarnation();
    }

    /** Incarnations of this process that have ended: it did not die when others, or itself, took over their work. */
    Collection<Long> former() {
        return former;
    }

    /** The clock of the database, known from the first renewal on. */
    DatabaseClock clock() {
        return clock;
    }

    /** Renews the lease; false if it has expired. */
    boolean renew(Connection connection) throws SQLException {
        long before = System.nanoTime();
        Held now = held;
        if (now == null) {
            return false;
        }
        try (PreparedStatement update = connection.prepareStatement(schema.sql(RENEW))) {
            update.setLong(1, duration.toMillis());
            update.setLong(2, now.incarnation());
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                clock.answered(row.getObject(1, OffsetDateTime.class), before, System.nanoTime());
            }
        }
        held = new Held(now.incarnation(), before + duration.toNanos());
        return true;
    }

    /** Begins an incarnation, whose lock the connection's session holds from now on. */
    void begin(Connection connection) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(schema.sql(FORGET_LONG_EXPIRED))) {
            forget.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(schema.sql(BEGIN))) {
            insert.setString(1, processName);
            insert.setLong(2, duration.toMillis());
            long before = System.nanoTime();
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                clock.answered(row.getObject(2, OffsetDateTime.class), before, System.nanoTime());
                held = new Held(row.getLong(1), before + duration.toNanos());
            }
        }
    }

    /** The incarnation has ended, as its session or its lease is lost; null if there was none. */
    @Nullable
    Long lost() {
        Long ended = end();
        if (ended != null) {
            former.add(ended);
            LOG.warn("Incarnation {} lost its lease, so others may deliver what it owned", ended);
        }
        return ended;
    }

    /** The incarnation ends in an orderly way; null if there is none. */
    @Nullable
    Long end() {
        Held now = held;
        held = null;
        return now == null ? null : now.incarnation();
    }

    /** Gives lease and lock of an incarnation back at an orderly end, so that others take over at once. */
    void end(Connection connection, long ended) throws SQLException {
        release(connection, END, ended);
    }

    /** Gives back what is left of the lease and the lock of an incarnation that is followed by another one. */
    void giveUp(Connection connection, long lost) throws SQLException {
        release(connection, GIVE_UP, lost);
    }

    private void release(Connection connection, String sql, long ended) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(schema.sql(sql));
                PreparedStatement unlock = connection.prepareStatement(schema.sql(UNLOCK))) {
            end.setLong(1, ended);
            end.executeUpdate();
            unlock.setLong(1, ended);
            unlock.execute();
        }
    }

    /** Ends the incarnations of other processes whose sessions have ended, and answers how many. */
    int endDead(Connection connection, long own) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(schema.sql(END_DEAD))) {
            update.setLong(1, own);
            return update.executeUpdate();
        }
    }

    /** The processes that live. */
    Living living(Connection connection, long own) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(schema.sql(LIVING))) {
            select.setLong(1, own);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long incarnations = row.getLong(1);
                long untilNextEnd = row.getLong(2);
                return new Living(incarnations, row.wasNull() ? null : Duration.ofMillis(untilNextEnd));
            }
        }
    }

    /**
     * The processes that live.
     *
     * @param incarnations a number that changes when one begins or ends
     * @param untilNextEnd when the first lease of another one ends, unless it is renewed; null if there is no other
     */
    record Living(long incarnations, @Nullable Duration untilNextEnd) {}

    /** Counted from before the statement was sent, so that the process trusts its lease no longer than the database does. */
    private record Held(long incarnation, long untilNanos) {}
}
