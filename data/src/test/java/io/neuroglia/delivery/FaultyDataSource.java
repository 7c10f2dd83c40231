package io.neuroglia.delivery;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** A pool whose connections throw once when told to: at a certain call of certain threads, before or after it is made. */
final class FaultyDataSource {
    private static final Set<String> CALLS = Set.of(
            "getConnection",
            "prepareStatement",
            "createStatement",
            "executeQuery",
            "executeUpdate",
            "execute",
            "commit",
            "isWrapperFor");

    private final DataSource target;
    private String threads = "";
    private Throwable fault;
    private int callsLeft;
    private boolean after;

    FaultyDataSource(DataSource target) {
        this.target = target;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, target);
    }

    /** Arms a fault: at the n-th call from now on, of threads whose names begin like this. */
    synchronized void arm(String threadNames, int n, boolean afterTheCall, Throwable thrown) {
        threads = threadNames;
        callsLeft = n;
        after = afterTheCall;
        fault = thrown;
    }

    /** Arms a fault of the next attempt to cancel a statement. */
    synchronized void armCancellation(Throwable thrown) {
        arm("neuroglia-timeouts", 1, false, thrown);
    }

    synchronized boolean isArmed() {
        return fault != null;
    }

    private synchronized boolean isDue(Method method) {
        return fault != null
                && CALLS.contains(method.getName())
                && Thread.currentThread().getName().startsWith(threads)
                && --callsLeft <= 0;
    }

    private synchronized Throwable thrown() {
        Throwable due = fault;
        fault = null;
        return due;
    }

    private <T> T proxy(Class<T> type, Object of) {
        InvocationHandler faulty = (proxy, method, arguments) -> {
            boolean due = isDue(method);
            boolean late;
            synchronized (this) {
                late = after;
            }
            if (due && !late) {
                throw thrown();
            }
            Object result = call(of, method, arguments);
            if (due) {
                if (result instanceof AutoCloseable opened) {
                    opened.close();
                }
                throw thrown();
            }
            return method.getName().equals("unwrap") ? result : wrapped(result);
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, faulty));
    }

    private Object wrapped(Object result) {
        return switch (result) {
            case Connection connection -> proxy(Connection.class, connection);
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
            case Statement statement -> proxy(Statement.class, statement);
            case null, default -> result;
        };
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
