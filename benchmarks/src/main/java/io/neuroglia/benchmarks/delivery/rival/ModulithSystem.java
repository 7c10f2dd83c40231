package io.neuroglia.benchmarks.delivery.rival;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spring Modulith's event publication registry on JDBC, as Spring Boot configures it, but with as many threads for
 * listeners as Neuroglia has by default: eight for each.
 */
final class ModulithSystem implements EventSystem {
    private static final int THREADS_FOR_EACH_LISTENER = 8;

    private final ConfigurableApplicationContext context;
    private final DataSource pool;
    private final TransactionTemplate transactions;
    private final Load load;
    private final Journal journal;

    private ModulithSystem(ConfigurableApplicationContext context, Load load, Journal journal) {
        this.context = context;
        this.pool = context.getBean(DataSource.class);
        this.transactions = context.getBean(TransactionTemplate.class);
        this.load = load;
        this.journal = journal;
    }

    static ModulithSystem start(Database database, Load load, Journal journal) {
        ConfigurableApplicationContext context = BootApplication.start(
                database,
                "org.springframework.modulith.",
                Map.of(
                        "spring.modulith.events.jdbc.schema-initialization.enabled",
                        true,
                        "spring.task.execution.pool.core-size",
                        THREADS_FOR_EACH_LISTENER * load.handlers()),
                starting -> register(starting, load, journal));
        database.empty("event_publication");
        return new ModulithSystem(context, load, journal);
    }

    private static void register(GenericApplicationContext context, Load load, Journal journal) {
        context.registerBean(Journal.class, () -> journal);
        List<Class<?>> listeners = load.effect() ? ModulithListeners.WITH_EFFECT : ModulithListeners.WITHOUT_EFFECT;
        listeners.subList(0, load.handlers()).forEach(context::registerBean);
    }

    @Override
    public void place(int order) {
        OrderPlaced event = OrderPlaced.of(order, load.payload());
        transactions.executeWithoutResult(status -> {
            CommitStamp.register(journal, order);
            try {
                BusinessTables.insertOrder(DataSourceUtils.getConnection(pool), event);
            } catch (SQLException cause) {
                throw new IllegalStateException(cause);
            }
            context.publishEvent(event);
        });
    }

    @Override
    public String drained() {
        return "not exists (select 1 from event_publication where completion_date is null)";
    }

    @Override
    public void close() {
        context.close();
    }
}
