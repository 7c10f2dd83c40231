package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that keep order. Whoever stores an event in a waiting row looks once more after the commit, and so does
 * whoever finishes an earlier one: either look alone misses the other's uncommitted work. The update is guarded, so that
 * only one of two that look at once takes it up.
 */
final class TurnTable {
    private static final String CLAIM = """
        with heads as materialized (
            select w.event_id, w.handler, u.key
            from unnest(?::text[], ?::text[]) as u(handler, key)
            cross join lateral (
                select d.event_id, d.handler from neuroglia.delivery d
                where d.handler = u.handler and d.key = u.key and d.state = 'waiting'
                order by d.position limit 1) w),
        free as materialized (
            select h.event_id, h.handler from heads h
            where not exists (select 1 from neuroglia.delivery a
                    where a.handler = h.handler and a.key = h.key and a.state <> 'waiting')
                and not exists (select 1 from neuroglia.event p
                    where p.key = h.key and p.pending <> '{}' and h.handler = any(p.pending)))
        update neuroglia.delivery d set state = 'retry', owner = ?, attempt = d.attempt + 1
        from free f, neuroglia.event e
        where d.event_id = f.event_id and d.handler = f.handler and d.state = 'waiting'
            and e.id = d.event_id and e.stored_at = d.event_stored_at
        returning\
        """ + DeliveryTable.CLAIMED;
    private static final String PAGE = """
        select distinct handler, key from (
            select d.handler, d.key from neuroglia.delivery d
            where d.key is not null and d.state = 'waiting' and d.handler = any(?::text[])
                and (d.handler, d.key) > (?, ?)
            order by d.handler, d.key limit ?) page
        order by handler, key\
        """;

    private TurnTable() {}

    /** Takes up the next delivery of each handler and key, where none is under way. */
    static List<Repetition> claim(Connection connection, Collection<Turn> turns, long owner) throws SQLException {
        List<Turn> distinct = turns.stream().distinct().toList();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            EventTable.column(claim, 1, "text", distinct, Turn::handler);
            EventTable.column(claim, 2, "text", distinct, Turn::key);
            claim.setLong(3, owner);
            return DeliveryTable.claimed(claim);
        }
    }

    /** Handlers and keys of which a delivery waits, in order, from behind the given one on; of a limited number of rows. */
    static List<Turn> page(Connection connection, List<String> handlers, @Nullable Turn after, int rows)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            EventTable.column(select, 1, "text", handlers, handler -> handler);
            select.setString(2, after == null ? "" : after.handler());
            select.setString(3, after == null ? "" : after.key());
            select.setInt(4, rows);
            List<Turn> turns = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    turns.add(new Turn(found.getString(1), found.getString(2)));
                }
            }
            return turns;
        }
    }
}
