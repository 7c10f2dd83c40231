package io.neuroglia.spring.data;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/** What {@code spring.datasource.connection-fetch=lazy} makes of a data source. */
final class LazyConnections {
    private LazyConnections() {}

    static DataSource of(DataSource dataSource) {
        return of(dataSource, true, Connection.TRANSACTION_READ_COMMITTED);
    }

    /** Of one whose connections have these defaults. */
    static DataSource of(DataSource dataSource, boolean autoCommit, int isolation) {
        LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
        lazy.setTargetDataSource(dataSource);
        lazy.setDefaultAutoCommit(autoCommit);
        lazy.setDefaultTransactionIsolation(isolation);
        lazy.afterPropertiesSet();
        return lazy;
    }
}
