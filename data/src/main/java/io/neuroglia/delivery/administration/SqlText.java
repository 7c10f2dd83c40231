package io.neuroglia.delivery.administration;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement on the library's tables, put together from parts, with the parameters of those that are there. For one thread. */
final class SqlText {
    private static final int LONGEST_SECONDS = 10;

    private final Session session;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    SqlText(Session session) {
        this.session = session;
    }

    SqlText add(String part, Object... values) {
        text.append(part);
        parameters.addAll(List.of(values));
        return this;
    }

    /** A part with one parameter, left out when there is no value. */
    SqlText addIfGiven(String part, @Nullable Object value) {
        return value == null ? this : add(part, value);
    }

    PreparedStatement prepare() throws SQLException {
        PreparedStatement statement =
                session.connection().prepareStatement(session.schema().sql(text.toString()));
        statement.setQueryTimeout(LONGEST_SECONDS);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }
}
