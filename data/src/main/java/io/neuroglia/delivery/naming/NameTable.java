package io.neuroglia.delivery.naming;

import io.neuroglia.delivery.schema.Columns;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names that are stored: former ones of handlers, and those that this process does not know. Thread-safe.
 *
 * @since 0.1
 */
public final class NameTable {
    private static final Logger LOG = LoggerFactory.getLogger(NameTable.class);
    private static final String NO_OWNER = """
        (o.owner is null or not exists (select 1 from neuroglia.process p
            where p.incarnation = o.owner and p.lease_until > clock_timestamp()))\
        """;
    private static final String RENAME_PENDING = """
        with former as materialized (
            select o.event_id from neuroglia.work o
            where o.pending && array[?::text] and %s for update of o skip locked)
        update neuroglia.work w set pending = array_replace(w.pending, ?::text, ?::text)
        from former f where w.event_id = f.event_id\
        """.formatted(NO_OWNER);
    private static final String RENAME_ROWS = """
        with former as materialized (
            select o.event_id, o.handler from neuroglia.delivery o
            where o.handler = ?::text and %s for update of o skip locked)
        update neuroglia.delivery d set handler = ?::text
        from former f where d.event_id = f.event_id and d.handler = f.handler
            and not exists (select 1 from neuroglia.delivery s where s.event_id = d.event_id and s.handler = ?::text)\
        """.formatted(NO_OWNER);
    private static final String UNKNOWN_HANDLERS = """
        select name, count(*) from (
            select unnest(w.pending) as name from neuroglia.work w
            union all select d.handler from neuroglia.delivery d) stored
        where name <> all(?::text[]) group by name order by name\
        """;
    private static final String UNKNOWN_TYPES = """
        with open as materialized (
            select w.event_id, w.stored_at from neuroglia.work w
            union select d.event_id, d.event_stored_at from neuroglia.delivery d)
        select u.type || ' version ' || u.type_version, count(*) from (
            select e.type, coalesce(x.type_version, e.type_version) as type_version
            from open o
            cross join lateral (select e.type, e.type_version from neuroglia.event e
                where e.id = o.event_id and e.stored_at = o.stored_at) e
            left join neuroglia.edited_event x on x.event_id = o.event_id) u
        where not exists (select 1 from unnest(?::text[], ?::int[], ?::int[]) as k(type, lowest, highest)
            where u.type = k.type and u.type_version between k.lowest and k.highest)
        group by u.type, u.type_version order by u.type, u.type_version\
        """;

    private final Schema schema;
    private final Subscriptions known;

    /**
     * The names in a schema.
     *
     * @param schema holds them
     * @param known what this process knows
     */
    public NameTable(Schema schema, Subscriptions known) {
        this.schema = schema;
        this.known = known;
    }

    /**
     * Gives what is stored under former names of handlers the present ones, where no live process is working on it.
     *
     * @param connection in auto-commit
     * @throws SQLException if the database refuses
     */
    public void adopt(Connection connection) throws SQLException {
        for (Map.Entry<String, String> alias : known.aliases().entrySet()) {
            rename(connection, alias.getKey(), alias.getValue());
        }
    }

    /**
     * Logs which stored names this process does not know, and what to do about each.
     *
     * @param connection in auto-commit
     * @throws SQLException if the database refuses
     */
    public void report(Connection connection) throws SQLException {
        for (Unknown handler : unknownHandlers(connection)) {
            LOG.warn(
                    "{} unfinished deliveries are for the handler {}, which this process does not have. If another"
                            + " process has it, nothing is wrong. If its class was renamed, give it that name as an"
                            + " alias in @LogicalName. If it was removed, skip or discard them",
                    handler.count(),
                    handler.name());
        }
        for (Unknown type : unknownTypes(connection)) {
            LOG.warn(
                    "{} unfinished events have the type {}, which this process cannot read. If its class was renamed,"
                            + " give it that name as an alias in @LogicalName. If its form has changed, register an"
                            + " upcaster. If it was removed, skip or discard them",
                    type.count(),
                    type.name());
        }
    }

    private void rename(Connection connection, String former, String present) throws SQLException {
        try (PreparedStatement pending = connection.prepareStatement(schema.sql(RENAME_PENDING));
                PreparedStatement rows = connection.prepareStatement(schema.sql(RENAME_ROWS))) {
            pending.setString(1, former);
            pending.setString(2, former);
            pending.setString(3, present);
            pending.executeUpdate();
            rows.setString(1, former);
            rows.setString(2, present);
            rows.setString(3, present);
            rows.executeUpdate();
        }
    }

    private List<Unknown> unknownHandlers(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(schema.sql(UNKNOWN_HANDLERS))) {
            Columns.of(select).texts(known.handlerNames());
            return read(select);
        }
    }

    private List<Unknown> unknownTypes(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(schema.sql(UNKNOWN_TYPES))) {
            known.readableTypes().addTo(Columns.of(select));
            return read(select);
        }
    }

    private static List<Unknown> read(PreparedStatement select) throws SQLException {
        List<Unknown> unknown = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                unknown.add(new Unknown(rows.getString(1), rows.getLong(2)));
            }
        }
        return unknown;
    }

    /** A stored name, and how many unfinished deliveries or events have it. */
    private record Unknown(String name, long count) {}
}
