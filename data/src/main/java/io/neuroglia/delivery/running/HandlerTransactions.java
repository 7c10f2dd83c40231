package io.neuroglia.delivery.running;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.mediation.EventSubscription;
import io.neuroglia.message.DomainEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls handlers in transactions: a handler's changes and the note that it has handled the event commit together, so a
 * second delivery changes nothing. A handler that changed nothing in its transaction needs no note. Thread-safe.
 */
final class HandlerTransactions {
    /**
     * A transaction of several deliveries holds the locks of all, so that two of them may wait for each other where single
     * ones would not. Such a transaction gives way long before PostgreSQL ends the deadlock by the failure of either, and
     * its deliveries go on one by one. A shorter time that somebody has set stays.
     */
    private static final String GIVE_WAY = """
        select set_config('lock_timeout', '100ms', true)
        where current_setting('lock_timeout')::interval not between interval '1 microsecond' and interval '100 ms'\
        """;

    private final Transactions transactions;
    private final Subscriptions known;
    private final HandledTable handled;

    HandlerTransactions(Transactions transactions, Subscriptions known, HandledTable handled) {
        this.transactions = transactions;
        this.known = known;
        this.handled = handled;
    }

    /** Calls a handler outside of a transaction. */
    void callOutside(Delivery delivery) throws Exception {
        invoke(delivery);
    }

    /** Calls a handler in a transaction of its own, unless an earlier attempt has succeeded. */
    void call(Delivery delivery, HandlerCall call) throws Exception {
        if (!delivery.again() || !wasHandled(delivery, call)) {
            transactions.execute(() -> handle(delivery), first -> first && call.mayCommit(), call);
        }
    }

    /**
     * Calls a handler for several events in one transaction, none of which was attempted before.
     *
     * @param more asked for the next one after each that used the database, until there is none
     * @return false if another delivery of one of them was first, so that all are rolled back
     */
    boolean callShared(HandlerCall call, Delivery first, Supplier<@Nullable Delivery> more) throws Exception {
        return transactions.execute(
                () -> {
                    List<EventMessage> events = new ArrayList<>();
                    for (Delivery next = first; next != null; next = call.usesDatabase() ? more.get() : null) {
                        if (events.size() == 1) {
                            giveWay(transactions.connection());
                        }
                        events.add(next.event());
                        invoke(next);
                    }
                    return isNoted(events, first.handler());
                },
                noted -> noted && call.mayCommit(),
                call);
    }

    private boolean handle(Delivery delivery) throws Exception {
        invoke(delivery);
        return isNoted(List.of(delivery.event()), delivery.handler());
    }

    /** Notes that events were handled, if anything was changed; false if another transaction has noted one before. */
    private boolean isNoted(List<EventMessage> events, String handler) throws SQLException {
        return transactions.isUntouched() || handled.insert(transactions.connection(), events, handler);
    }

    /** In a transaction of its own, so that the handler holds no connection before it needs one. */
    private boolean wasHandled(Delivery delivery, HandlerCall call) throws Exception {
        List<String> names = known.namesOf(delivery.handler());
        return transactions.execute(
                () -> handled.contains(transactions.connection(), delivery.event(), names), found -> true, call);
    }

    private void invoke(Delivery delivery) throws Exception {
        EventMessage message = delivery.event();
        DomainEvent event = known.read(message);
        EventSubscription handler = Objects.requireNonNull(known.handler(delivery.handler()), delivery.handler());
        DeliveryLogging.begin(delivery);
        try {
            message.headers().causedBy(message.id()).call(() -> {
                handler.deliver(event);
                return true;
            });
        } finally {
            DeliveryLogging.end();
        }
    }

    static void giveWay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(GIVE_WAY);
        }
    }
}
