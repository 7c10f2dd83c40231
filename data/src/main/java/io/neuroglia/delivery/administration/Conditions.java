package io.neuroglia.delivery.administration;

/** Conditions on rows {@code e} of the event table and {@code d} of the delivery table or of pending handlers. */
final class Conditions {
    private Conditions() {}

    /**
     * What a filter asks for, except the state.
     *
     * @param keyed the rows whose key is looked at, those with an index for it
     */
    static SqlText add(SqlText sql, String keyed, DeliveryFilter filter) {
        return sql.addIfGiven(" and e.id = ?", filter.eventId())
                .addIfGiven(" and d.handler = ?", filter.handler())
                .addIfGiven(" and " + keyed + ".key = ?", filter.key())
                .addIfGiven(" and e.type = ?", filter.type());
    }

    /** That nobody alive has a row in hand whose owner stands in a column. */
    static String free(String owner) {
        return """
             and (%1$s is null or not exists (select 1 from neuroglia.process p
                where p.incarnation = %1$s and p.lease_until > clock_timestamp()))\
            """.formatted(owner);
    }
}
