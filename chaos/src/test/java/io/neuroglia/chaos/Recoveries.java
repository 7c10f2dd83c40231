package io.neuroglia.chaos;

import io.neuroglia.chaos.audit.Incident;
import io.neuroglia.chaos.audit.MonotonicTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How long it took after a node's kill until others had done all that it left. */
final class Recoveries {
    private static final String LAST = """
        select e.at, e.handler, e.key, e.event, e.node from chaos.effect e join chaos.raised r on r.event = e.event
        where r.node = ? and r.at < ? and e.node <> r.node and e.at > ?
        order by e.at desc limit 1\
        """;

    private final DataSource database;
    private final List<Incident> incidents;

    Recoveries(DataSource database, List<Incident> incidents) {
        this.database = database;
        this.incidents = incidents;
    }

    /** The longest of all, zero if nothing was left. */
    Recovery longest(Map<String, Instant> kills) throws SQLException {
        Recovery longest = new Recovery(Duration.ZERO, "nothing was left");
        for (Map.Entry<String, Instant> kill : kills.entrySet()) {
            Recovery recovery = of(kill.getKey(), kill.getValue());
            longest = recovery.took().compareTo(longest.took()) > 0 ? recovery : longest;
        }
        return longest;
    }

    private Recovery of(String node, Instant killed) throws SQLException {
        OffsetDateTime at = killed.atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, node);
            select.setObject(2, at);
            select.setObject(3, at);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? recovery(node, killed, row) : new Recovery(Duration.ZERO, "nothing was left");
            }
        }
    }

    private Recovery recovery(String node, Instant killed, ResultSet row) throws SQLException {
        Instant done = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Recovery(
                Duration.between(killed, done),
                "%s of %s, key %s, left by %s and done by %s; meanwhile %s"
                        .formatted(
                                row.getString("handler"),
                                row.getString("event"),
                                row.getString("key"),
                                node,
                                row.getString("node"),
                                between(killed, done)));
    }

    private String between(Instant killed, Instant done) {
        long from = MonotonicTime.of(killed);
        long until = MonotonicTime.of(done);
        return incidents.stream()
                .filter(incident -> incident.from() > from && incident.from() < until)
                .map(incident -> incident.kind() + (incident.node().isEmpty() ? "" : " of " + incident.node())
                        + " after " + (incident.from() - from) / 1_000_000 + " ms")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * How long it took, and for what.
     *
     * @param took from the kill to the last effect
     * @param what the last effect, and what befell others until then
     */
    record Recovery(Duration took, String what) {}
}
