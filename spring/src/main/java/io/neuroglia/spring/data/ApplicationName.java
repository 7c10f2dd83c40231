package io.neuroglia.spring.data;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.env.Environment;

/** The name of the application, by which its schema knows it again. */
final class ApplicationName {
    private static final String UNNAMED = "application";

    private ApplicationName() {}

    /** The configured name, else the package of the main class, so that two applications without a name differ. */
    static String of(BeanFactory beans, Environment environment) {
        String name = environment.getProperty("spring.application.name", "");
        if (!name.isBlank()) {
            return name;
        }
        return AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans).getFirst() : UNNAMED;
    }
}
