package io.neuroglia.spring.data;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** The name of the application, by which its schema knows it again, where no name is set for delivery. */
final class ApplicationName {
    private ApplicationName() {}

    /** The configured name, else the main class, else its package, so that two applications without a name differ. */
    static String of(ListableBeanFactory beans, Environment environment) {
        String name = environment.getProperty("spring.application.name", "");
        if (!name.isBlank()) {
            return name;
        }
        List<String> classes = mainClasses(beans);
        if (classes.size() == 1) {
            return classes.getFirst();
        }
        if (AutoConfigurationPackages.has(beans)) {
            return String.join(",", AutoConfigurationPackages.get(beans));
        }
        throw new DataSetupException(
                "Durable delivery does not know the name of the application, so another one could take its events.",
                "Set spring.application.name or neuroglia.delivery.application.");
    }

    private static List<String> mainClasses(ListableBeanFactory beans) {
        return Stream.of(beans.getBeanNamesForAnnotation(SpringBootConfiguration.class))
                .<@Nullable Class<?>>map(bean -> beans.getType(bean, false))
                .filter(Objects::nonNull)
                .map(type -> ClassUtils.getUserClass(type).getName())
                .distinct()
                .toList();
    }
}
