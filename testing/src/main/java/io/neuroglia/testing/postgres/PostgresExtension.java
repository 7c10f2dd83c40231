package io.neuroglia.testing.postgres;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test class, with the classes nested in it, a {@link TestDatabase} of its own and removes it afterwards. The
 * constructor, tests and life-cycle methods ask for it by a parameter of type {@link TestDatabase} or, for
 * {@link TestDatabase#dataSource()}, of type {@link DataSource}. Thread-safe.
 *
 * <pre>{@code
 * @ExtendWith(PostgresExtension.class)
 * class OrdersIT {
 *     @Test
 *     void an_order_survives(DataSource database) { … }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class PostgresExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);

    /** For JUnit. */
    public PostgresExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == DataSource.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestDatabase database = outermostClass(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(TestDatabase.class, absent -> TestDatabase.create(), TestDatabase.class);
        return parameter.getParameter().getType() == DataSource.class ? database.dataSource() : database;
    }

    /** JUnit closes what is stored there, because it is AutoCloseable, once the class and all nested in it are done. */
    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        for (ExtensionContext each = context; each.getTestClass().isPresent(); each = parentOf(each)) {
            outermost = each;
        }
        return outermost;
    }

    private static ExtensionContext parentOf(ExtensionContext context) {
        return context.getParent().orElseThrow();
    }
}
