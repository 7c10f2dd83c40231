package io.neuroglia.delivery.administration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement put together from parts, with the parameters of those that are there. For one thread. */
final class SqlText {
    private static final int LONGEST_SECONDS = 10;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    SqlText add(String part, Object... values) {
        text.append(part);
        parameters.addAll(List.of(values));
        return this;
    }

    /** A part with one parameter, left out when there is no value. */
    SqlText addIfGiven(String part, @Nullable Object value) {
        return value == null ? this : add(part, value);
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        statement.setQueryTimeout(LONGEST_SECONDS);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }
}
