package io.neuroglia.testing.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;

/** Looks at connections when they are given back. */
final class Closing {
    private Closing() {}

    /** Notes for each whether it was in auto-commit. */
    static DataSource noting(DataSource target, List<Boolean> autoCommit) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> noting(target.getConnection(), autoCommit));
    }

    private static Connection noting(Connection connection, List<Boolean> autoCommit) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        autoCommit.add(connection.getAutoCommit());
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
