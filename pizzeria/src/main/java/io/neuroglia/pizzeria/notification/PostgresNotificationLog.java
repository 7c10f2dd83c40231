package io.neuroglia.pizzeria.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the messages sent in a table. Thread-safe. */
final class PostgresNotificationLog implements NotificationLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresNotificationLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void record(String orderId, Channel channel, String recipient, String message) {
        jdbc.sql("""
            insert into pizzeria.notification (order_id, channel, recipient, message, sent_at)
            values (?, ?, ?, ?, ?)
            """)
                .param(orderId)
                .param(channel.wireName())
                .param(recipient)
                .param(message)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Notification> all() {
        return jdbc.sql("select * from pizzeria.notification order by sent_at, id")
                .query(PostgresNotificationLog::read)
                .list();
    }

    @Override
    public List<Notification> of(String orderId) {
        return jdbc.sql("select * from pizzeria.notification where order_id = ? order by sent_at, id")
                .param(orderId)
                .query(PostgresNotificationLog::read)
                .list();
    }

    private static Notification read(ResultSet row, int number) throws SQLException {
        return new Notification(
                row.getLong("id"),
                row.getString("order_id"),
                Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                row.getString("recipient"),
                row.getString("message"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}
