package io.neuroglia.delivery.schema;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets parameters to arrays, one element for each row of a batch. For one thread.
 *
 * @since 0.1
 */
public final class Columns {
    private final PreparedStatement statement;
    private int index;

    private Columns(PreparedStatement statement, int index) {
        this.statement = statement;
        this.index = index;
    }

    /**
     * Sets the parameters of a statement from the first on.
     *
     * @param statement with an array for each parameter
     * @return sets one parameter after the other
     */
    public static Columns of(PreparedStatement statement) {
        return new Columns(statement, 1);
    }

    /**
     * Sets the next parameter to one field of all rows.
     *
     * @param type name of the element type in the database
     * @param rows the batch
     * @param field of each row
     * @param <R> a row
     * @return this
     * @throws SQLException if the driver refuses
     */
    public <R> Columns add(String type, List<R> rows, Function<? super R, ? extends @Nullable Object> field)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.apply(rows.get(i));
        }
        statement.setArray(index++, statement.getConnection().createArrayOf(type, values));
        return this;
    }

    /**
     * Sets the next parameter to an array of texts.
     *
     * @param texts the elements
     * @return this
     * @throws SQLException if the driver refuses
     */
    public Columns texts(List<String> texts) throws SQLException {
        return add("text", texts, text -> text);
    }

    /**
     * Sets the next parameter to one value.
     *
     * @param value a number, a text or a time
     * @return this
     * @throws SQLException if the driver refuses
     */
    public Columns value(Object value) throws SQLException {
        statement.setObject(index++, value);
        return this;
    }
}
