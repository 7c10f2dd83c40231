package io.neuroglia.chaos.node;

import io.neuroglia.chaos.audit.JournalEntry.Kind;
import io.neuroglia.chaos.audit.Subscriber;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.mediation.MediatorBuilder;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The handlers of a node. */
final class Subscribers {
    private static final String EFFECT = """
        insert into chaos.effect (handler, event, key, sequence, ordinal, node, previous)
        select ?, ?, ?, ?, ?, ?,
            (select e.event from chaos.effect e where e.handler = ? and e.key = ? order by e.position desc limit 1)\
        """;
    private static final long SLOWNESS = Duration.ofMillis(15).toNanos();

    private final String node;
    private final Transactions transactions;
    private final Journal journal;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    Subscribers(String node, Transactions transactions, Journal journal) {
        this.node = node;
        this.transactions = transactions;
        this.journal = journal;
    }

    void register(MediatorBuilder builder) {
        on(builder, Subscriber.LEDGER, event -> write(Subscriber.LEDGER, event));
        on(builder, Subscriber.PROJECTION, event -> write(Subscriber.PROJECTION, event));
        on(builder, Subscriber.FLAKY, this::failNowAndThen);
        on(builder, Subscriber.SLOW, event -> {
            LockSupport.parkNanos(SLOWNESS);
            write(Subscriber.SLOW, event);
        });
        on(builder, Subscriber.MAIL, event -> journal.note(Kind.EFFECT, event.id(), Subscriber.MAIL.handlerName()));
    }

    private static void on(MediatorBuilder builder, Subscriber subscriber, Reaction reaction) {
        builder.on(subscriber.handlerName(), Stepped.class, reaction::to);
    }

    /** Fails after it has written: each ninth event once, some of those twice, in each process that gets them. */
    private void failNowAndThen(Stepped event) throws SQLException, IOException {
        write(Subscriber.FLAKY, event);
        int hash = Math.floorMod(event.id().hashCode(), 27);
        int wanted = hash == 0 ? 2 : hash % 9 == 0 ? 1 : 0;
        if (failures.merge(event.id(), 1, Integer::sum) <= wanted) {
            throw new IOException("not today");
        }
    }

    private void write(Subscriber subscriber, Stepped event) throws SQLException {
        try (PreparedStatement insert = transactions.connection().prepareStatement(EFFECT)) {
            insert.setString(1, subscriber.handlerName());
            insert.setString(2, event.id());
            insert.setString(3, event.key());
            insert.setLong(4, event.sequence());
            insert.setInt(5, event.ordinal());
            insert.setString(6, node);
            insert.setString(7, subscriber.handlerName());
            insert.setString(8, event.key());
            insert.executeUpdate();
        }
    }

    private interface Reaction {
        void to(Stepped event) throws Exception;
    }
}
