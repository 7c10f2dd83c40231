package io.neuroglia.postgres.spring;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches if no property names a database and no in-memory database such as H2 is on the class path. With
 * {@code neuroglia.postgres.enabled=true}, an in-memory database does not count. An empty property counts as missing.
 */
final class OnNoOtherDatabase extends SpringBootCondition {

    private static final List<String> PROPERTIES = List.of("spring.datasource.url", "spring.datasource.jndi-name");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("No other database");
        return obstacle(context)
                .map(reason -> ConditionOutcome.noMatch(message.because(reason)))
                .orElseGet(() -> ConditionOutcome.match(message.because("none of " + PROPERTIES + " is set")));
    }

    private static Optional<String> obstacle(ConditionContext context) {
        Environment environment = context.getEnvironment();
        Optional<Boolean> enabled =
                Optional.ofNullable(environment.getProperty("neuroglia.postgres.enabled", Boolean.class));
        if (!enabled.orElse(true)) {
            return Optional.of("neuroglia.postgres.enabled is false");
        }
        Optional<String> property = PROPERTIES.stream()
                .filter(each -> StringUtils.hasText(environment.getProperty(each)))
                .findFirst();
        if (property.isPresent()) {
            return property.map(each -> each + " is set");
        }
        EmbeddedDatabaseConnection inMemory = EmbeddedDatabaseConnection.get(context.getClassLoader());
        return inMemory == EmbeddedDatabaseConnection.NONE || enabled.isPresent()
                ? Optional.empty()
                : Optional.of("the class path contains " + inMemory);
    }
}
