package io.neuroglia.delivery.plans;

import io.neuroglia.data.json.StoredJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/**
 * Sees the plan by which the database ran each statement of a data source, with the buffers that it touched. The database's
 * module {@code auto_explain} sends it as a notice, so statements, parameters and plans are those of the application.
 */
final class ExplainedStatements {
    /** What each connection begins with. */
    static final String INIT = """
        load 'auto_explain';
        set auto_explain.log_min_duration = 0;
        set auto_explain.log_analyze = on;
        set auto_explain.log_buffers = on;
        set auto_explain.log_timing = off;
        set auto_explain.log_format = json;
        set auto_explain.log_level = notice;
        set client_min_messages = notice;
        """;

    private final Queue<Explained> explained = new ConcurrentLinkedQueue<>();

    /** The same data source, watched. */
    DataSource watch(DataSource watched) {
        return proxy(DataSource.class, watched);
    }

    /** What was run since the last call. */
    List<Explained> take() {
        List<Explained> taken = new ArrayList<>();
        for (Explained one = explained.poll(); one != null; one = explained.poll()) {
            taken.add(one);
        }
        return taken;
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                    if (target instanceof PreparedStatement statement
                            && method.getName().startsWith("execute")) {
                        collect(statement);
                    }
                    return switch (result) {
                        case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
                        case Connection connection
                        when method.getName().equals("getConnection") && target instanceof DataSource ->
                            proxy(Connection.class, connection);
                        case null, default -> result;
                    };
                }));
    }

    private void collect(PreparedStatement statement) throws SQLException {
        for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
            String message = String.valueOf(notice.getMessage());
            int plan = message.indexOf('{');
            if (message.startsWith("duration:") && plan > 0) {
                explained.add(Explained.of(message.substring(plan)));
            }
        }
        statement.clearWarnings();
    }

    /** A statement as it was run: how many buffers it touched, and which large tables it read from one end to the other. */
    record Explained(String sql, long buffers, List<String> scanned, String plan) {
        /** To read a small table as a whole is quicker than to use its index. */
        private static final int LARGE = 100;

        private static Explained of(String json) {
            Map<?, ?> whole = StoredJson.read(json, Map.class);
            Map<?, ?> plan = (Map<?, ?>) whole.get("Plan");
            List<String> scanned = new ArrayList<>();
            findScans(plan, scanned);
            return new Explained(String.valueOf(whole.get("Query Text")), buffers(plan), scanned, json);
        }

        private static void findScans(Map<?, ?> node, List<String> scanned) {
            if ("Seq Scan".equals(node.get("Node Type")) && buffers(node) > LARGE) {
                scanned.add(String.valueOf(node.get("Relation Name")));
            }
            if (node.get("Plans") instanceof List<?> children) {
                children.forEach(child -> findScans((Map<?, ?>) child, scanned));
            }
        }

        private static long buffers(Map<?, ?> node) {
            return number(node, "Shared Hit Blocks") + number(node, "Shared Read Blocks");
        }

        private static long number(Map<?, ?> node, String name) {
            return node.get(name) instanceof Number number ? number.longValue() : 0;
        }
    }
}
