package io.neuroglia.benchmarks.delivery;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spring Modulith's event publication registry on JDBC, as Spring Boot configures it, but with as many threads for
 * listeners as Neuroglia has by default: eight for each.
 */
final class ModulithSystem implements EventSystem {
    private static final int THREADS_FOR_EACH_LISTENER = 8;

    private final ConfigurableApplicationContext context;
    private final HikariDataSource pool;
    private final TransactionTemplate transactions;
    private final Journal journal;

    private ModulithSystem(ConfigurableApplicationContext context, HikariDataSource pool, Journal journal) {
        this.context = context;
        this.pool = pool;
        this.transactions = context.getBean(TransactionTemplate.class);
        this.journal = journal;
    }

    static ModulithSystem start(Database database, Load load, Journal journal) {
        HikariDataSource pool = database.pool();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of(
                        "spring.modulith.events.jdbc.schema-initialization.enabled",
                        true,
                        "spring.task.execution.pool.core-size",
                        THREADS_FOR_EACH_LISTENER * load.handlers()))
                .initializers((GenericApplicationContext starting) -> register(starting, pool, load, journal))
                .run();
        database.empty("event_publication");
        return new ModulithSystem(context, pool, journal);
    }

    private static void register(GenericApplicationContext context, DataSource pool, Load load, Journal journal) {
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(Journal.class, () -> journal);
        List<Class<?>> listeners = load.effect() ? ModulithListeners.WITH_EFFECT : ModulithListeners.WITHOUT_EFFECT;
        listeners.subList(0, load.handlers()).forEach(context::registerBean);
    }

    @Override
    public void place(int order) {
        OrderPlaced event = OrderPlaced.of(order);
        ApplicationEventPublisher publisher = context;
        transactions.executeWithoutResult(status -> {
            TransactionSynchronizationManager.registerSynchronization(new Stamp(journal, order));
            try {
                BusinessTables.insertOrder(DataSourceUtils.getConnection(pool), event);
            } catch (SQLException cause) {
                throw new IllegalStateException(cause);
            }
            publisher.publishEvent(event);
        });
    }

    @Override
    public String drained() {
        return "not exists (select 1 from event_publication where completion_date is null)";
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    /** What Spring Boot finds by itself. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableAsync
    static class Application {}

    /** Told of the commit before the listeners are. */
    private record Stamp(Journal journal, int order) implements TransactionSynchronization {
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            journal.committed(order);
        }
    }
}
