package io.neuroglia.chaos.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A handler of every event, and what is promised about its effects. */
public enum Subscriber {
    /** Writes to the database; several deliveries share a transaction. */
    LEDGER(Promise.EXACTLY_ONCE),

    /** Writes to the database, and the first time it gets some of the events it fails afterwards. */
    FLAKY(Promise.EXACTLY_ONCE),

    /** Takes its time before it writes to the database. */
    SLOW(Promise.EXACTLY_ONCE),

    /** Writes to the database what it has seen of the same key before. */
    PROJECTION(Promise.EXACTLY_ONCE),

    /** Does something outside of the database, without a transaction. */
    MAIL(Promise.AT_LEAST_ONCE);

    /** What a handler may rely on. */
    public enum Promise {
        /** Its changes in the database happen once for each event. */
        EXACTLY_ONCE,
        /** Its effects happen, and again only after an incident. */
        AT_LEAST_ONCE
    }

    private final Promise promise;

    Subscriber(Promise promise) {
        this.promise = promise;
    }

    /** Under which its deliveries and effects are stored. */
    public String handlerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all with one promise. */
    public static List<String> namesOf(Promise promise) {
        return Stream.of(values())
                .filter(subscriber -> subscriber.promise == promise)
                .map(Subscriber::handlerName)
                .toList();
    }
}
