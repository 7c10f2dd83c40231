package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's right to own work: an incarnation with a lease by the database's clock. An expired lease is never
 * renewed, since others may have taken the work over; the process begins a new incarnation instead. Its number is the
 * fencing token of all completions.
 */
final class ProcessLease {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessLease.class);
    private static final String BEGIN = """
        insert into neuroglia.process (name, lease_until)
        values (?, clock_timestamp() + ? * interval '1 millisecond') returning incarnation, clock_timestamp()\
        """;
    private static final String RENEW = """
        update neuroglia.process set lease_until = clock_timestamp() + ? * interval '1 millisecond'
        where incarnation = ? and lease_until > clock_timestamp() returning clock_timestamp()\
        """;
    private static final String END = "delete from neuroglia.process where incarnation = ?";
    private static final String LIVING = """
        select coalesce(sum(hashint8(incarnation)::bigint), 0),
               ceil(extract(epoch from min(lease_until) filter (where incarnation <> ?) - clock_timestamp()) * 1000)::bigint
        from neuroglia.process where lease_until > clock_timestamp()\
        """;
    private static final String FORGET_LONG_EXPIRED =
            "delete from neuroglia.process where lease_until < clock_timestamp() - interval '1 hour'";

    private final String name;
    private final Duration lease;
    private final DatabaseClock clock = new DatabaseClock();
    private volatile @Nullable Held held;

    ProcessLease(DeliverySettings settings) {
        this.name = settings.processName();
        this.lease = settings.lease();
    }

    /** The incarnation that may own work now, or null when there is none or its lease may have expired. */
    @Nullable
    Long incarnation() {
        Held now = held;
        return now == null || System.nanoTime() - now.untilNanos() >= 0 ? null : now.incarnation();
    }

    /** The clock of the database, known from the last renewal on. */
    DatabaseClock clock() {
        return clock;
    }

    /** Renews the lease, or begins a new incarnation when it has expired. */
    void renew(Connection connection) throws SQLException {
        long before = System.nanoTime();
        Held now = held;
        if (now != null && extend(connection, now.incarnation())) {
            held = new Held(now.incarnation(), before + lease.toNanos());
            return;
        }
        long incarnation = begin(connection);
        if (now != null) {
            LOG.warn(
                    "The lease of incarnation {} expired, so others may deliver what it owned; going on as {}",
                    now.incarnation(),
                    incarnation);
        }
        held = new Held(incarnation, before + lease.toNanos());
    }

    /** Gives the lease back, so that others take over at once. */
    void end(Connection connection) throws SQLException {
        Held now = held;
        held = null;
        if (now != null) {
            try (PreparedStatement delete = connection.prepareStatement(END)) {
                delete.setLong(1, now.incarnation());
                delete.executeUpdate();
            }
        }
    }

    /** The processes that live. */
    static Living living(Connection connection, long own) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIVING)) {
            select.setLong(1, own);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long incarnations = row.getLong(1);
                long untilNextEnd = row.getLong(2);
                return new Living(incarnations, row.wasNull() ? null : Duration.ofMillis(untilNextEnd));
            }
        }
    }

    private boolean extend(Connection connection, long incarnation) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RENEW)) {
            update.setLong(1, lease.toMillis());
            update.setLong(2, incarnation);
            long asked = System.nanoTime();
            try (ResultSet row = update.executeQuery()) {
                boolean renewed = row.next();
                if (renewed) {
                    clock.answered(row.getObject(1, OffsetDateTime.class), asked, System.nanoTime());
                }
                return renewed;
            }
        }
    }

    private long begin(Connection connection) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET_LONG_EXPIRED);
                PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            forget.executeUpdate();
            insert.setString(1, name);
            insert.setLong(2, lease.toMillis());
            long asked = System.nanoTime();
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                clock.answered(row.getObject(2, OffsetDateTime.class), asked, System.nanoTime());
                return row.getLong(1);
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

    /** Counted from before the statement was sent, so that we believe in the lease no longer than the database does. */
    private record Held(long incarnation, long untilNanos) {}
}
