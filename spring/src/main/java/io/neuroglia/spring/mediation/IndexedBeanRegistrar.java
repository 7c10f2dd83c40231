package io.neuroglia.spring.mediation;

import io.neuroglia.handler.spi.HandlerIndexes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Makes beans of the indexed classes, unless the application has made them: as if they were scanned, so that Spring
 * chooses the constructor and annotations such as {@code @Lazy} and {@code @Profile} mean what they always mean.
 *
 * <p>Spring's BeanRegistrar would fit, but reads no annotations of the class and cannot tell which beans exist.
 */
final class IndexedBeanRegistrar
        implements ImportBeanDefinitionRegistrar, BeanClassLoaderAware, BeanFactoryAware, EnvironmentAware {
    private @Nullable ClassLoader classLoader;
    private @Nullable ListableBeanFactory beans;
    private @Nullable Environment environment;

    @Override
    public void setBeanClassLoader(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = (ListableBeanFactory) beanFactory;
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importingClass, BeanDefinitionRegistry registry) {
        AnnotatedBeanDefinitionReader reader =
                new AnnotatedBeanDefinitionReader(registry, Objects.requireNonNull(environment));
        reader.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        for (Class<?> type : IndexedTypes.of(HandlerIndexes.load(classLoader)).components()) {
            if (!exists(type)) {
                reader.registerBean(type);
            }
        }
    }

    private boolean exists(Class<?> type) {
        return Objects.requireNonNull(beans).getBeanNamesForType(type, true, false).length > 0;
    }
}
