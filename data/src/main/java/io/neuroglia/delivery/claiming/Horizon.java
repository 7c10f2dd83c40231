package io.neuroglia.delivery.claiming;

import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

/**
 * Times before which there is no unfinished work. Searches begin there, so that they do not walk over the index entries of
 * finished work, which cannot be removed as long as somebody holds an old snapshot (a backup, a report). A transaction that
 * is still open may commit older rows, so the horizon stays behind the oldest one that has written; and from time to time
 * one search begins at the beginning, as transactions of other roles are not seen. One thread moves it, any thread reads.
 */
final class Horizon {
    private static final String ADVANCE = """
        with writing as materialized (
            select least(min(a.xact_start), clock_timestamp()) - interval '1 second' as oldest from pg_stat_activity a
            where a.datname = current_database() and a.backend_xid is not null)
        select least((select w.stored_at from neuroglia.work w where w.stored_at >= ? order by w.stored_at limit 1), oldest),
            least((select d.due_at from neuroglia.delivery d where d.state in ('retry', 'scheduled') and d.due_at >= ?
                order by d.due_at limit 1), oldest)
        from writing\
        """;
    private static final long FULL_SEARCH_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final String advance;
    private volatile OffsetDateTime stored = OffsetDateTime.MIN;
    private volatile OffsetDateTime due = OffsetDateTime.MIN;
    private long nextFullSearch = System.nanoTime() + FULL_SEARCH_NANOS;

    Horizon(Schema schema) {
        this.advance = schema.sql(ADVANCE);
    }

    /** No event that was stored before has a first attempt to come. */
    OffsetDateTime stored() {
        return stored;
    }

    /** No delivery that was due before is still to be made. */
    OffsetDateTime due() {
        return due;
    }

    void advance(Connection connection) throws SQLException {
        if (System.nanoTime() - nextFullSearch >= 0) {
            nextFullSearch = System.nanoTime() + FULL_SEARCH_NANOS;
            stored = OffsetDateTime.MIN;
            due = OffsetDateTime.MIN;
        }
        try (PreparedStatement select = connection.prepareStatement(advance)) {
            select.setObject(1, stored);
            select.setObject(2, due);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                stored = row.getObject(1, OffsetDateTime.class);
                due = row.getObject(2, OffsetDateTime.class);
            }
        }
    }
}
