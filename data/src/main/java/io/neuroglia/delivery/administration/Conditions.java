package io.neuroglia.delivery.administration;

/** Conditions on rows {@code d} of the delivery table, or on rows {@code w} of work and their handlers. */
final class Conditions {
    /** That a state is one of those with an index of their own; said with literals, so that the planner sees it. */
    static final String FAILED = " and d.state in ('retry', 'parked')";

    /** Asked for each row that is looked at anyway; as a join it would make the planner read all events. */
    private static final String TYPE = " and (select e.type from neuroglia.event e"
            + " where e.id = d.event_id and e.stored_at = d.event_stored_at) = ?";

    private static final String TYPE_OF_WORK = " and (select e.type from neuroglia.event e"
            + " where e.id = w.event_id and e.stored_at = w.stored_at) = ?";

    private Conditions() {}

    /** What a filter asks of rows of the delivery table, except the state. */
    static SqlText ofRows(SqlText sql, DeliveryFilter filter) {
        return sql.addIfGiven(" and d.event_id = ?", filter.eventId())
                .addIfGiven(" and d.handler = ?", filter.handler())
                .addIfGiven(" and d.key = ?", filter.key())
                .addIfGiven(TYPE, filter.type());
    }

    /** What a filter asks of work {@code w} and its pending handlers {@code d.handler}. */
    static SqlText ofPending(SqlText sql, DeliveryFilter filter) {
        return sql.addIfGiven(" and w.event_id = ?", filter.eventId())
                .addIfGiven(" and d.handler = ?", filter.handler())
                .addIfGiven(" and w.key = ?", filter.key())
                .addIfGiven(TYPE_OF_WORK, filter.type());
    }

    /** That nobody alive has a row in hand whose owner stands in a column. */
    static String free(String owner) {
        return """
             and (%1$s is null or not exists (select 1 from neuroglia.process p
                where p.incarnation = %1$s and p.lease_until > clock_timestamp()))\
            """.formatted(owner);
    }
}
