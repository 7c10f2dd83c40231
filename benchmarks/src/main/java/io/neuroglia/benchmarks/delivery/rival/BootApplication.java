package io.neuroglia.benchmarks.delivery.rival;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.annotation.EnableAsync;

/** A Spring Boot application of one rival, with the pool that all rivals have and without what configures the others. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableAsync
class BootApplication {
    BootApplication() {}

    /**
     * Starts one.
     *
     * @param rival the package of the rival's auto-configuration, with the dot after it
     * @param properties what it is set to
     * @param beans registers its beans
     */
    static ConfigurableApplicationContext start(
            Database database,
            String rival,
            Map<String, Object> properties,
            ApplicationContextInitializer<GenericApplicationContext> beans) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.hikari.maximum-pool-size", Database.POOL);
        all.put("spring.datasource.hikari.minimum-idle", Database.POOL);
        all.put("spring.autoconfigure.exclude", otherThan(rival));
        return new SpringApplicationBuilder(BootApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(all)
                .initializers(beans)
                .run();
    }

    private static String otherThan(String rival) {
        ImportCandidates all = ImportCandidates.load(AutoConfiguration.class, BootApplication.class.getClassLoader());
        return StreamSupport.stream(all.spliterator(), false)
                .filter(name -> !name.startsWith("org.springframework.boot.") && !name.startsWith(rival))
                .collect(Collectors.joining(","));
    }
}
