package io.neuroglia.testing.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** In which state a pool may give connections away. */
enum PoolDefaults {
    WITHOUT_AUTO_COMMIT(false, Connection.TRANSACTION_READ_COMMITTED),
    REPEATABLE_READ(true, Connection.TRANSACTION_REPEATABLE_READ),
    SERIALIZABLE_WITHOUT_AUTO_COMMIT(false, Connection.TRANSACTION_SERIALIZABLE);

    private final boolean autoCommit;
    private final int isolation;

    PoolDefaults(boolean autoCommit, int isolation) {
        this.autoCommit = autoCommit;
        this.isolation = isolation;
    }

    DataSource of(DataSource dataSource) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(dataSource, arguments);
                        return answer instanceof Connection connection ? prepared(connection) : answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private Connection prepared(Connection connection) throws SQLException {
        try {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }
}
