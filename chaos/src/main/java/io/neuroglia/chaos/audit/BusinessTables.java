package io.neuroglia.chaos.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The application's own tables, and the questions that the audit asks them. */
public final class BusinessTables {
    private static final String RAISED =
            "select event, command, key, sequence, ordinal, at from chaos.raised order by key, sequence, ordinal";
    private static final String LOST = """
        select h.handler || ' ' || r.event from chaos.raised r cross join unnest(?::text[]) as h(handler)
        where not exists (select 1 from chaos.effect e where e.handler = h.handler and e.event = r.event)\
        """;
    private static final String DOUBLED = """
        select handler || ' ' || event || ', ' || count(*) || ' times, by '
            || string_agg(node, ' and ' order by position)
        from chaos.effect group by handler, event having count(*) > 1\
        """;
    private static final String GHOSTS = """
        select e.handler || ' ' || e.event from chaos.effect e
        where not exists (select 1 from chaos.raised r where r.event = e.event)\
        """;
    private static final String REORDERED = """
        select handler || ' ' || event || ' came as number ' || came || ' of ' || key || ', was due as ' || due
            || ', found ' || coalesce(previous, 'nothing') || ' before it'
        from (select e.*,
                lag(event) over (partition by handler, key order by position) as before,
                row_number() over (partition by handler, key order by position) as came,
                row_number() over (partition by handler, key order by sequence, ordinal, position) as due
            from chaos.effect e where key is not null) ranked
        where came <> due or previous is distinct from before\
        """;

    private final DataSource dataSource;

    BusinessTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Makes the tables in an empty database.
     *
     * @throws SQLException if the database refuses
     */
    public static void create(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                InputStream script = BusinessTables.class.getResourceAsStream("business.sql")) {
            if (script == null) {
                throw new IllegalStateException("business.sql is not on the class path");
            }
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Map<String, RaisedEvent> raised() throws SQLException {
        Map<String, RaisedEvent> raised = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RAISED)) {
            while (rows.next()) {
                RaisedEvent event = new RaisedEvent(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getInt(5),
                        MonotonicTime.of(rows.getObject(6, OffsetDateTime.class).toInstant()));
                raised.put(event.event(), event);
            }
        }
        return raised;
    }

    List<String> lost(List<String> handlers) throws SQLException {
        return texts(LOST, (Object) handlers.toArray(String[]::new));
    }

    List<String> doubled() throws SQLException {
        return texts(DOUBLED);
    }

    List<String> ghosts() throws SQLException {
        return texts(GHOSTS);
    }

    List<String> reordered() throws SQLException {
        return texts(REORDERED);
    }

    long countOfEffects() throws SQLException {
        return Long.parseLong(texts("select count(*)::text from chaos.effect").getFirst());
    }

    private List<String> texts(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
