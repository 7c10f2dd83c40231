package io.neuroglia.spring.mediation;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.mediation.EventSubscription;
import io.neuroglia.mediation.MediatorDescription;
import io.neuroglia.message.LogicalNames;
import io.neuroglia.pipeline.PipelineDescription;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Handlers that are beans and stand in no index, so that nothing would ever reach them unless registered by hand. */
record UnindexedHandlers(List<Class<?>> types) {
    private static final Logger LOG = LoggerFactory.getLogger(UnindexedHandlers.class);

    static UnindexedHandlers of(ListableBeanFactory beans, Set<Class<?>> indexed) {
        return new UnindexedHandlers(Stream.of(RequestHandler.class, EventHandler.class)
                .flatMap(role -> Arrays.stream(beans.getBeanNamesForType(role, true, false)))
                .distinct()
                .<Class<?>>flatMap(name -> Stream.ofNullable(beans.getType(name, false)))
                .<Class<?>>map(ClassUtils::getUserClass)
                .filter(type -> !type.isHidden() && indexed.stream().noneMatch(known -> known.isAssignableFrom(type)))
                .toList());
    }

    /**
     * Tells of those that the mediator does not know either.
     *
     * @throws io.neuroglia.handler.spi.MissingIndexException if there is no index at all: the processor was forgotten
     */
    void compare(MediatorDescription known, HandlerIndexes indexes) {
        Set<String> names = new HashSet<>();
        known.pipelines().stream().map(PipelineDescription::handler).forEach(names::add);
        known.eventHandlers().stream().map(EventSubscription::handlerName).forEach(names::add);
        List<String> unknown = types.stream()
                .filter(type -> !names.contains(type.getName()) && !names.contains(LogicalNames.of(type)))
                .map(Class::getName)
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        indexes.requireAny("No request or event reaches " + String.join(", ", unknown) + ".");
        LOG.warn(
                "No request or event reaches these beans: {}. Compile them with neuroglia-processor, or register them"
                        + " in a MediatorCustomizer.",
                String.join(", ", unknown));
    }
}
