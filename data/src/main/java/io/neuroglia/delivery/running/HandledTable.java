package io.neuroglia.delivery.running;

import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.schema.Columns;
import io.neuroglia.delivery.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The inbox: which handler has handled which event, written in the handler's own transaction. Thread-safe. */
final class HandledTable {
    private static final String INSERT = """
        insert into neuroglia.handled (event_id, handler, event_stored_at) values (?, ?, ?) on conflict do nothing\
        """;
    private static final String INSERT_ALL = """
        insert into neuroglia.handled (event_id, handler, event_stored_at)
        select u.id, ?, u.stored_at from unnest(?::uuid[], ?::timestamptz[]) as u(id, stored_at) on conflict do nothing\
        """;
    private static final String CONTAINS = """
        select 1 from neuroglia.handled where event_id = ? and event_stored_at = ? and handler = any(?::text[])\
        """;

    private final String insert;
    private final String insertAll;
    private final String contains;

    HandledTable(Schema schema) {
        this.insert = schema.sql(INSERT);
        this.insertAll = schema.sql(INSERT_ALL);
        this.contains = schema.sql(CONTAINS);
    }

    /** False if another transaction has handled one of the events already; waits for one that is about to. */
    boolean insert(Connection connection, List<EventMessage> events, String handler) throws SQLException {
        return events.size() == 1
                ? insertOne(connection, events.get(0), handler)
                : insertAll(connection, events, handler);
    }

    private boolean insertOne(Connection connection, EventMessage event, String handler) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setObject(1, event.id());
            statement.setString(2, handler);
            statement.setObject(3, event.storedAt());
            return statement.executeUpdate() == 1;
        }
    }

    /** Sorted, so that two transactions with some events in common do not wait for each other. */
    private boolean insertAll(Connection connection, List<EventMessage> events, String handler) throws SQLException {
        List<EventMessage> sorted =
                events.stream().sorted(Comparator.comparing(EventMessage::id)).toList();
        try (PreparedStatement statement = connection.prepareStatement(insertAll)) {
            Columns.of(statement)
                    .value(handler)
                    .add("uuid", sorted, EventMessage::id)
                    .add("timestamptz", sorted, EventMessage::storedAt);
            return statement.executeUpdate() == events.size();
        }
    }

    /** Whether an event was handled under one of a handler's names. */
    boolean contains(Connection connection, EventMessage event, List<String> names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(contains)) {
            Columns.of(statement).value(event.id()).value(event.storedAt()).texts(names);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
