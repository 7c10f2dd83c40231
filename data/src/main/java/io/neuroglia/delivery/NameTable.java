package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The statements about names that are stored: former ones of handlers, and those that nobody here knows. */
final class NameTable {
    private static final String NOBODY_OWNS = """
        (o.owner is null or not exists (select 1 from neuroglia.process p
            where p.incarnation = o.owner and p.lease_until > clock_timestamp()))\
        """;
    private static final String RENAME_PENDING = """
        with former as materialized (
            select o.id, o.stored_at from neuroglia.event o
            where o.pending <> '{}' and o.pending && array[?::text] and %s for update of o skip locked)
        update neuroglia.event e set pending = array_replace(e.pending, ?::text, ?::text)
        from former f where e.id = f.id and e.stored_at = f.stored_at\
        """.formatted(NOBODY_OWNS);
    private static final String RENAME_ROWS = """
        with former as materialized (
            select o.event_id, o.handler from neuroglia.delivery o
            where o.handler = ?::text and %s for update of o skip locked)
        update neuroglia.delivery d set handler = ?::text
        from former f where d.event_id = f.event_id and d.handler = f.handler
            and not exists (select 1 from neuroglia.delivery s where s.event_id = d.event_id and s.handler = ?::text)\
        """.formatted(NOBODY_OWNS);
    private static final String UNKNOWN_HANDLERS = """
        select name, count(*) from (
            select unnest(e.pending) as name from neuroglia.event e where e.pending <> '{}'
            union all select d.handler from neuroglia.delivery d) stored
        where name <> all(?::text[]) group by name order by name\
        """;
    private static final String UNKNOWN_TYPES = """
        select u.type || ' version ' || u.type_version, count(*) from (
            select e.type, e.type_version from neuroglia.event e where e.pending <> '{}'
            union all
            select e.type, e.type_version from neuroglia.delivery d
            join neuroglia.event e on e.id = d.event_id and e.stored_at = d.event_stored_at) u
        where not exists (select 1 from unnest(?::text[], ?::int[], ?::int[]) as k(type, lowest, highest)
            where u.type = k.type and u.type_version between k.lowest and k.highest)
        group by u.type, u.type_version order by u.type, u.type_version\
        """;

    private NameTable() {}

    /** Gives what is stored under former names of handlers the present ones, where nobody alive is at work on it. */
    static void adopt(Connection connection, Map<String, String> aliases) throws SQLException {
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            try (PreparedStatement pending = connection.prepareStatement(RENAME_PENDING);
                    PreparedStatement rows = connection.prepareStatement(RENAME_ROWS)) {
                pending.setString(1, alias.getKey());
                pending.setString(2, alias.getKey());
                pending.setString(3, alias.getValue());
                pending.executeUpdate();
                rows.setString(1, alias.getKey());
                rows.setString(2, alias.getValue());
                rows.setString(3, alias.getValue());
                rows.executeUpdate();
            }
        }
    }

    /** Handlers with unfinished deliveries that this process does not know. */
    static List<Unknown> unknownHandlers(Connection connection, Subscriptions known) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNKNOWN_HANDLERS)) {
            EventTable.column(select, 1, "text", known.handlerNames(), name -> name);
            return read(select);
        }
    }

    /** Types, with versions, of unfinished events that this process cannot read. */
    static List<Unknown> unknownTypes(Connection connection, EventTypes types) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNKNOWN_TYPES)) {
            EventTable.column(select, 1, "text", types.names(), name -> name);
            EventTable.column(select, 2, "int", types.lowestVersions(), version -> version);
            EventTable.column(select, 3, "int", types.highestVersions(), version -> version);
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

    /** A stored name, and how many unfinished deliveries or events bear it. */
    record Unknown(String name, long count) {}
}
