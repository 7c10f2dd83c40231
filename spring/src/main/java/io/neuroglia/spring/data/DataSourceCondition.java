package io.neuroglia.spring.data;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * That there is a data source at all, also several, and also one that is injected only by name. Which one is meant is
 * found out later, where it can be an error: a condition could only leave out transactions without a word.
 */
final class DataSourceCondition extends SpringBootCondition implements ConfigurationCondition {

    /** Called by Spring. */
    DataSourceCondition() {}

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("Data source");
        @Nullable ListableBeanFactory beans = context.getBeanFactory();
        return beans != null && names(beans).length > 0
                ? ConditionOutcome.match(message.foundExactly("a bean"))
                : ConditionOutcome.noMatch(message.because("there is no bean"));
    }

    private static String[] names(ListableBeanFactory beans) {
        return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class, true, false);
    }
}
