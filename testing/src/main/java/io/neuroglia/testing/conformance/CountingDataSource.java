package io.neuroglia.testing.conformance;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Counts the connections that are taken from it and given back, and the statements they prepare; it can be out of reach or
 * break. Thread-safe.
 */
final class CountingDataSource implements DataSource {
    private final DataSource target;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger prepared = new AtomicInteger();
    private final AtomicBoolean outOfReach = new AtomicBoolean();
    private final AtomicReference<String> broken = new AtomicReference<>("");

    CountingDataSource(DataSource target) {
        this.target = target;
    }

    /** All so far. */
    int taken() {
        return taken.get();
    }

    /** Those not given back yet. */
    int open() {
        return open.get();
    }

    /** Statements prepared so far. */
    int prepared() {
        return prepared.get();
    }

    void putOutOfReach() {
        outOfReach.set(true);
    }

    /** Connections fail when this method is called. */
    void breakAt(String method) {
        broken.set(method);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (outOfReach.get()) {
            throw new SQLException("Out of reach for this test", "08001");
        }
        return counted(target.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("Take connections without a user's name");
    }

    private Connection counted(Connection connection) {
        taken.incrementAndGet();
        open.incrementAndGet();
        AtomicBoolean closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(broken.get())) {
                        throw new SQLException("Broken for this test", "08006");
                    }
                    if (method.getName().equals("close") && closed.compareAndSet(false, true)) {
                        open.decrementAndGet();
                    }
                    if (method.getName().equals("prepareStatement")) {
                        prepared.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return target.isWrapperFor(type);
    }
}
