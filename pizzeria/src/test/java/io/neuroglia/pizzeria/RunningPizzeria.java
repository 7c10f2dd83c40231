package io.neuroglia.pizzeria;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole application, on a port of its own. */
public final class RunningPizzeria implements AutoCloseable {
    private final ConfigurableApplicationContext application;

    private RunningPizzeria(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts it on a database, with settings such as {@code pizzeria.kitchen.capacity=3}. */
    public static RunningPizzeria start(String databaseUrl, List<String> settings) {
        Stream<String> own =
                Stream.of("server.port=0", "spring.datasource.url=" + databaseUrl, "logging.level.root=error");
        String[] arguments = Stream.concat(own, settings.stream())
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new RunningPizzeria(SpringApplication.run(MariosPizzeria.class, arguments));
    }

    /** Nobody in particular. */
    public Client anyone() {
        return Client.of(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** Who works in the kitchen. */
    public Client luigi() {
        return anyone().as("luigi", "luigi-demo");
    }

    /** Who runs the pizzeria. */
    public Client peach() {
        return anyone().as("peach", "peach-demo");
    }

    /** What is in the database. */
    public JdbcClient database() {
        return application.getBean(JdbcClient.class);
    }

    /** Every address that a controller answers, such as {@code GET /api/orders/{id}}. */
    public List<String> addresses() {
        return application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
                .toList();
    }

    /** How many events have not reached all their handlers yet. */
    public int undelivered() {
        return database().sql("""
            select (select count(*) from neuroglia.work)
                 + (select count(*) from neuroglia.delivery)
            """).query(Integer.class).single();
    }

    @Override
    public void close() {
        application.close();
    }
}
