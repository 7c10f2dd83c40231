package io.neuroglia.delivery;

import io.neuroglia.delivery.NameTable.Unknown;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start which stored names this process does not know, and what to do about each. */
final class NameReport {
    private static final Logger LOG = LoggerFactory.getLogger(NameReport.class);

    private NameReport() {}

    static void log(Connection connection, Subscriptions known) throws SQLException {
        for (Unknown handler : NameTable.unknownHandlers(connection, known)) {
            LOG.warn(
                    "{} unfinished deliveries are for the handler {}, which this process does not have. If another"
                            + " process has it, all is well. If its class was renamed, give it that name as an alias in"
                            + " @LogicalName. If it is gone for good, skip or discard them",
                    handler.count(),
                    handler.name());
        }
        for (Unknown type : NameTable.unknownTypes(connection, known.types())) {
            LOG.warn(
                    "{} unfinished events are of the type {}, which this process cannot read. If its class was renamed,"
                            + " give it that name as an alias in @LogicalName. If its form was changed, register an"
                            + " upcaster. If it is gone for good, skip or discard them",
                    type.count(),
                    type.name());
        }
    }
}
