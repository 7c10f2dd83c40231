package io.neuroglia.benchmarks.delivery.rival;

import io.neuroglia.delivery.DurableUnitOfWork;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.mediation.MediatorCustomizer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Neuroglia as the Spring Boot starter wires it, with connections fetched when they are needed, as its documentation
 * recommends. A command goes through the mediator and its behaviors; its handler hands over the event, which has an
 * aggregate of its own, so it is ordered by key.
 */
final class StarterSystem implements EventSystem {
    private final ConfigurableApplicationContext context;
    private final Mediator mediator;
    private final Load load;

    private StarterSystem(ConfigurableApplicationContext context, Load load) {
        this.context = context;
        this.mediator = context.getBean(Mediator.class);
        this.load = load;
    }

    static StarterSystem start(Database database, Load load, Journal journal) {
        NeurogliaTables.empty(database);
        ConfigurableApplicationContext context = BootApplication.start(
                database,
                "io.neuroglia.",
                Map.of(
                        "spring.application.name",
                        NeurogliaSystem.APPLICATION,
                        "spring.datasource.connection-fetch",
                        "lazy",
                        "neuroglia.delivery.retention",
                        NeurogliaSystem.RETENTION.toDays() + "d"),
                starting -> register(starting, load, journal));
        NeurogliaTables.partition(database, load.partitions());
        return new StarterSystem(context, load);
    }

    private static void register(GenericApplicationContext context, Load load, Journal journal) {
        context.registerBean(Journal.class, () -> journal);
        context.registerBean(OrderPlacement.class);
        context.registerBean(
                MediatorCustomizer.class,
                () -> builder -> handlers(builder, context.getBean(DataSource.class), load, journal));
    }

    private static void handlers(MediatorBuilder builder, DataSource pool, Load load, Journal journal) {
        for (int handler = 0; handler < load.handlers(); handler++) {
            int number = handler;
            builder.on("handler-" + number, OrderPlaced.class, event -> {
                journal.begun(number, event.order());
                if (load.effect()) {
                    BusinessTables.insertEffect(DataSourceUtils.getConnection(pool), number, event.order());
                }
            });
        }
    }

    @Override
    public void place(int order) {
        OperationResult<Void> result = mediator.execute(new PlaceOrder(order, load.payload()));
        if (!result.isSuccess()) {
            throw new IllegalStateException("Order " + order + " was refused: " + result);
        }
    }

    @Override
    public String drained() {
        return NeurogliaTables.DRAINED;
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the handler of the command does. */
    static final class OrderPlacement {
        private final DurableUnitOfWork unitOfWork;
        private final DataSource pool;
        private final Journal journal;

        OrderPlacement(DurableUnitOfWork unitOfWork, DataSource pool, Journal journal) {
            this.unitOfWork = unitOfWork;
            this.pool = pool;
            this.journal = journal;
        }

        void place(OrderPlaced event) throws SQLException {
            CommitStamp.register(journal, event.order());
            BusinessTables.insertOrder(DataSourceUtils.getConnection(pool), event);
            unitOfWork.accept("Order/" + event.order(), 1, List.of(event));
        }
    }
}
