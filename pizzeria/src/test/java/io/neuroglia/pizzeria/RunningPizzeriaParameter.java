package io.neuroglia.pizzeria;

import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts pizzerias when first asked for, and one database server for them; JUnit closes all at the very end. */
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
        TestDatabases databases =
                store.computeIfAbsent(TestDatabases.class, type -> TestDatabases.start(), TestDatabases.class);
        return store.computeIfAbsent(
                settings, wanted -> RunningPizzeria.start(databases.create(), settings), RunningPizzeria.class);
    }
}
