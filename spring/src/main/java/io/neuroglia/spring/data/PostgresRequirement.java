package io.neuroglia.spring.data;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.spring.data.Candidates.Named;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Durable delivery works on PostgreSQL only. */
final class PostgresRequirement {
    private static final String POSTGRESQL = "PostgreSQL";

    private PostgresRequirement() {}

    /**
     * Asks the database what it is.
     *
     * @throws DataSetupException if it is another one
     * @throws DataUnavailableException if it cannot be reached
     */
    static void check(Named<DataSource> dataSource) {
        try (Connection connection = dataSource.bean().getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            if (!POSTGRESQL.equals(database.getDatabaseProductName())) {
                throw new DataSetupException(
                        "The data source '" + dataSource.name() + "' is a database of "
                                + database.getDatabaseProductName()
                                + " " + database.getDatabaseProductVersion() + ", but durable delivery needs "
                                + POSTGRESQL + ".",
                        "Use " + POSTGRESQL + ", choose another data source by " + DataBeans.DATA_SOURCE
                                + ", or switch delivery off by neuroglia.delivery.enabled=false.");
            }
        } catch (SQLException failure) {
            throw new DataUnavailableException(failure);
        }
    }
}
