package io.neuroglia.pizzeria;

import io.neuroglia.testing.postgres.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts pizzerias on first use, each on a database of its own; JUnit closes them at the very end. */
final class RunningPizzeriaParameter implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(RunningPizzeriaParameter.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningPizzeria.class;
    }

    @Override
    public RunningPizzeria resolveParameter(ParameterContext parameter, ExtensionContext context) {
        List<String> settings = List.of(
                context.getRequiredTestClass().getAnnotation(RunsPizzeria.class).value());
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        return store.computeIfAbsent(
                settings,
                wanted -> RunningPizzeria.start(TestDatabase.create().jdbcUrl(), settings),
                RunningPizzeria.class);
    }
}
