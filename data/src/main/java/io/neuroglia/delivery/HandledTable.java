package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The inbox: which handler has handled which message, written in the handler's own transaction. */
final class HandledTable {
    private static final String INSERT =
            "insert into neuroglia.handled (message_id, handler) values (?, ?) on conflict do nothing";
    private static final String INSERT_ALL = """
        insert into neuroglia.handled (message_id, handler)
        select u.id, ? from unnest(?::uuid[]) as u(id) order by u.id on conflict do nothing\
        """;
    private static final String CONTAINS =
            "select 1 from neuroglia.handled where message_id = ? and handler = any(?::text[])";
    private static final String FORGET = """
        delete from neuroglia.handled where handled_at < clock_timestamp() - ? * interval '1 millisecond'
        and not exists (select 1 from neuroglia.delivery d
                        where d.event_id = handled.message_id and d.handler = handled.handler)
        and not exists (select 1 from neuroglia.event e
                        where e.id = handled.message_id and handled.handler = any (e.pending))\
        """;

    private HandledTable() {}

    /** False if another transaction has handled the message already; waits for one that is about to. */
    static boolean insert(Connection connection, UUID messageId, String handler) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, messageId);
            insert.setString(2, handler);
            return insert.executeUpdate() == 1;
        }
    }

    /** False if another transaction has handled one of the messages already. */
    static boolean insertAll(Connection connection, List<UUID> messageIds, String handler) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ALL)) {
            insert.setString(1, handler);
            EventTable.column(insert, 2, "uuid", messageIds, id -> id);
            return insert.executeUpdate() == messageIds.size();
        }
    }

    /** Whether a message was handled under one of a handler's names. */
    static boolean contains(Connection connection, UUID messageId, List<String> names) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CONTAINS)) {
            select.setObject(1, messageId);
            EventTable.column(select, 2, "text", names, name -> name);
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Forgets what is older than any event that could still be delivered again. */
    static int forget(Connection connection, Duration age) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setLong(1, age.toMillis());
            return delete.executeUpdate();
        }
    }
}
