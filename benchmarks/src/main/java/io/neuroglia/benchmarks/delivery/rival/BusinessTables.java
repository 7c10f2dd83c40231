package io.neuroglia.benchmarks.delivery.rival;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The statements of the application itself, the same for all rivals. */
public final class BusinessTables {
    private BusinessTables() {}

    /** What the request does. */
    public static void insertOrder(Connection connection, OrderPlaced event) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into business_order (number, customer, total) values (?, ?, ?)")) {
            insert.setInt(1, event.order());
            insert.setString(2, event.customer());
            insert.setBigDecimal(3, event.total());
            insert.executeUpdate();
        }
    }

    /** What a handler with an effect does. */
    public static void insertEffect(Connection connection, int handler, int order) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into effect (handler, number) values (?, ?)")) {
            insert.setInt(1, handler);
            insert.setInt(2, order);
            insert.executeUpdate();
        }
    }
}
