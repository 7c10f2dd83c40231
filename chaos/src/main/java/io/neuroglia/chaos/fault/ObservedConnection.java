package io.neuroglia.chaos.fault;

import io.neuroglia.chaos.fault.PathPoint.Moment;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells an observer what passes over a connection. For one thread at a time, as connections are. */
final class ObservedConnection implements InvocationHandler {
    private final Connection real;
    private final StatementObserver observer;
    private final Set<PathStatement> inTransaction = EnumSet.noneOf(PathStatement.class);

    private ObservedConnection(Connection real, StatementObserver observer) {
        this.real = real;
        this.observer = observer;
    }

    static Connection of(Connection real, StatementObserver observer) {
        return ObservedDataSource.proxy(Connection.class, new ObservedConnection(real, observer));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "commit" -> commit(method);
            case "prepareStatement" ->
                observed(PreparedStatement.class, ObservedDataSource.call(real, method, arguments), first(arguments));
            case "createStatement" -> observed(Statement.class, ObservedDataSource.call(real, method, arguments), null);
            default -> ObservedDataSource.call(real, method, arguments);
        };
    }

    private @Nullable Object commit(Method method) throws Throwable {
        Optional<PathStatement> commit = PathStatement.commitOf(inTransaction);
        inTransaction.clear();
        return around(commit, () -> ObservedDataSource.call(real, method, null));
    }

    private Object observed(Class<? extends Statement> type, @Nullable Object statement, @Nullable String prepared) {
        Object observed = Objects.requireNonNull(statement);
        return ObservedDataSource.proxy(type, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return ObservedDataSource.call(observed, method, arguments);
            }
            String sql = prepared == null ? first(arguments) : prepared;
            return around(known(sql), () -> ObservedDataSource.call(observed, method, arguments));
        });
    }

    private @Nullable Object around(Optional<PathStatement> statement, Execution execution) throws Throwable {
        if (statement.isEmpty()) {
            return execution.run();
        }
        inTransaction.add(statement.get());
        observer.at(Moment.BEFORE, statement.get(), real);
        Object result = execution.run();
        if (!statement.get().isLook() || hasFound(result)) {
            observer.at(Moment.AFTER, statement.get(), real);
        }
        return result;
    }

    private Optional<PathStatement> known(@Nullable String sql) {
        if (sql == null) {
            return Optional.empty();
        }
        Optional<PathStatement> statement = PathStatement.of(sql);
        if (statement.isEmpty() && PathStatement.concernsDelivery(sql)) {
            observer.unknown(sql);
        }
        return statement;
    }

    private static boolean hasFound(@Nullable Object result) throws SQLException {
        return switch (result) {
            case ResultSet rows -> rows.isBeforeFirst();
            case Integer changed -> changed > 0;
            case null, default -> false;
        };
    }

    private static @Nullable String first(@Nullable Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : null;
    }

    private interface Execution {
        @Nullable
        Object run() throws Throwable;
    }
}
