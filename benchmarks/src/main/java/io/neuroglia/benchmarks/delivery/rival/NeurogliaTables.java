package io.neuroglia.benchmarks.delivery.rival;

import java.util.Locale;

/** The tables of Neuroglia's own schema: everything that the benchmarks do to them by SQL. */
public final class NeurogliaTables {
    /** The condition that all deliveries are noted as finished. */
    public static final String DRAINED =
            "not exists (select 1 from neuroglia.work)" + " and not exists (select 1 from neuroglia.delivery)";

    /** The table whose rows are counted to prove how often an event is written. */
    public static final String EVENT = "neuroglia.event";

    /** The key of the event that others are copied from. */
    public static final String TEMPLATE = "Order/template";

    private static final String[] ALL = {
        "neuroglia.event",
        "neuroglia.edited_event",
        "neuroglia.work",
        "neuroglia.delivery",
        "neuroglia.handled",
        "neuroglia.intervention"
    };
    /** The library creates them: today's and those of the next three days. */
    private static final int UPCOMING = 4;

    private static final String TODAY = "(clock_timestamp() at time zone 'UTC')::date";
    private static final String DAYS = "from pg_inherits join pg_class on oid = inhrelid"
            + " where inhparent = 'neuroglia.event'::regclass and relname ~ '^event_d[0-9]{8}$'";
    private static final String OLD = " and relname < 'event_d' || to_char(" + TODAY + ", 'YYYYMMDD')";

    private NeurogliaTables() {}

    /** Empties them, if they are there already: before a system starts, which would deliver what others left. */
    public static void empty(Database database) {
        boolean exist = database.holds("to_regclass('" + EVENT + "') is not null");
        database.empty(exist ? ALL : new String[0]);
    }

    /**
     * Has the event table consist of partitions for some days. It must not hold events of the past.
     *
     * @param days how many, with today's and those of the coming days; 0 for these alone
     */
    public static void partition(Database database, int days) {
        String old = database.text("select coalesce(string_agg('neuroglia.' || relname || ', neuroglia.'"
                + " || replace(relname, 'event', 'handled'), ', '), '') " + DAYS + OLD);
        if (!old.isEmpty()) {
            database.execute("drop table " + old);
        }
        for (int day = 1; day <= days - UPCOMING; day++) {
            addDay(database, day);
        }
    }

    /** For how many days the event table has a partition. */
    public static long partitions(Database database) {
        return database.number("select count(*) " + DAYS);
    }

    /** Has the event table have a partition for a day of the past. */
    public static void addDay(Database database, int daysAgo) {
        String day = day(database, daysAgo);
        for (String table : new String[] {"event", "handled"}) {
            database.execute("create table if not exists neuroglia." + table + "_d" + day.replace("-", "")
                    + " partition of neuroglia." + table + " for values from ('" + day + " 00:00Z') to ('"
                    + day(database, daysAgo - 1) + " 00:00Z')");
        }
    }

    private static String day(Database database, int daysAgo) {
        return database.text("select (" + TODAY + " - " + daysAgo + ")::text");
    }

    /** The statement that copies the event of the template's key, finished and without an owner. */
    public static String finishedCopies(String key, String since, int count) {
        return copies(key, since, count);
    }

    /** The statement that copies it, for one handler and without an owner. */
    public static String pendingCopies(String key, String since, int count) {
        return "with stored as (" + copies(key, since, count) + """
             returning *)
            insert into neuroglia.work (event_id, stored_at, key, position, pending)
            select id, stored_at, key, position, '{handler-0}' from stored\
            """;
    }

    private static String copies(String key, String since, int count) {
        return """
            insert into neuroglia.event (id, stored_at, key, sequence, ordinal, type, type_version, payload, headers)
            select gen_random_uuid(), %s + n * interval '1 microsecond', %s, 1, 0, type, type_version,
                replace(payload, '"order":0', '"order":' || n), headers
            from (select * from neuroglia.event where key = '%s') template,
                generate_series(0, %d - 1) n\
            """.formatted(since, key, TEMPLATE, count);
    }

    /** Has the handler {@code handler-0} have handled each finished event. */
    public static void addHandled(Database database) {
        database.execute("insert into neuroglia.handled (event_id, handler, event_stored_at)"
                + " select id, 'handler-0', stored_at from neuroglia.event e where key <> '" + TEMPLATE
                + "' and not exists (select 1 from neuroglia.work w where w.event_id = e.id)");
    }

    /**
     * Stores events with a delivery each that is stuck.
     *
     * @param state the values of state, attempt, error and stack trace
     */
    public static void addStuck(Database database, String handler, String copies, String state) {
        database.execute("with stored as (" + copies + " returning *)" + """
             insert into neuroglia.delivery
                (event_id, event_stored_at, handler, key, position, due_at, state, attempt, error, stack_trace)
            select id, stored_at, '%s', key, position, stored_at, %s from stored\
            """.formatted(handler, state));
    }

    /** Removes the template; then all is counted, cleaned up and written out, as after a while. */
    public static void settle(Database database) {
        database.execute("delete from neuroglia.event where key = '" + TEMPLATE + "'");
        for (String table : ALL) {
            database.execute("vacuum analyze " + table);
        }
        database.execute("checkpoint");
    }

    /** The ids of some events that {@code handler-0} has handled, separated by commas. */
    public static String handled(Database database, int count) {
        return database.text(String.format(
                Locale.ROOT,
                "select string_agg(event_id::text, ',') from (select event_id from neuroglia.handled"
                        + " where outcome = 'handled' limit %d) found",
                count));
    }
}
