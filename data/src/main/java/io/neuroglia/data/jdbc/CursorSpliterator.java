package io.neuroglia.data.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes something of each row of a cursor, when a stream comes to it. */
final class CursorSpliterator<T> extends AbstractSpliterator<T> {
    private final Cursor cursor;
    private final RowReader<T> reader;
    private final String failure;

    /**
     * Over the rows that are left.
     *
     * @param failure what to say when the database refuses
     */
    CursorSpliterator(Cursor cursor, RowReader<T> reader, String failure) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.cursor = cursor;
        this.reader = reader;
        this.failure = failure;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        try {
            for (ResultSet row = cursor.next(); row != null; row = cursor.next()) {
                T made = reader.read(row);
                if (made != null) {
                    action.accept(made);
                    return true;
                }
            }
            return false;
        } catch (SQLException cause) {
            cursor.close();
            throw SqlFailures.of(failure, cause);
        }
    }

    /** Makes something of the row at which the result stands; null if the row is passed over. */
    @FunctionalInterface
    interface RowReader<T> {
        @Nullable
        T read(ResultSet row) throws SQLException;
    }
}
