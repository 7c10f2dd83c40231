package io.neuroglia.spring.mapping;

import io.neuroglia.mapping.Mapper;
import io.neuroglia.mapping.MapperBuilder;
import io.neuroglia.mapping.spi.MappingIndex;
import java.util.ServiceLoader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Makes the {@link Mapper}, unless the application has one of its own. Mappers of MapStruct's component model {@code
 * spring} are taken from the beans; those of the default model are made without a container.
 *
 * @since 0.1
 */
@AutoConfiguration
public final class MapperAutoConfiguration {

    /** Called by Spring. */
    MapperAutoConfiguration() {}

    /** An index that cannot be loaded stops the start: a mapping left out in silence would be worse. */
    @Bean
    @ConditionalOnMissingBean
    Mapper mapper(ConfigurableBeanFactory beans, ObjectProvider<MapperCustomizer> customizers) {
        MapperBuilder builder = Mapper.builder();
        ServiceLoader.load(MappingIndex.class, beans.getBeanClassLoader())
                .forEach(index -> builder.index(index, type -> beans.getBean(type)));
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }
}
