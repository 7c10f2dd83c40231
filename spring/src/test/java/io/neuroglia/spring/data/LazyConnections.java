package io.neuroglia.spring.data;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/** What {@code spring.datasource.connection-fetch=lazy} makes of a data source. */
final class LazyConnections {
    private LazyConnections() {}

    static DataSource of(DataSource dataSource) {
        LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
        lazy.setTargetDataSource(dataSource);
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolationName("TRANSACTION_READ_COMMITTED");
        lazy.afterPropertiesSet();
        return lazy;
    }
}
