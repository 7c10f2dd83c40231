package io.neuroglia.benchmarks.delivery.rival;

import io.namastack.outbox.Outbox;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Namastack Outbox on JDBC, called as Spring Modulith's integration calls it: one record for each event and handler. By
 * default it handles ten events each two seconds; here it polls every ten milliseconds for as many as its own performance
 * tests take, with as many threads as the other rivals.
 */
final class NamastackSystem implements EventSystem {
    private static final int THREADS_FOR_EACH_HANDLER = 8;
    private static final int BATCH = 1_200;

    private final ConfigurableApplicationContext context;
    private final DataSource pool;
    private final TransactionTemplate transactions;
    private final Outbox outbox;
    private final Load load;
    private final Journal journal;

    private NamastackSystem(ConfigurableApplicationContext context, Load load, Journal journal) {
        this.context = context;
        this.pool = context.getBean(DataSource.class);
        this.transactions = context.getBean(TransactionTemplate.class);
        this.outbox = context.getBean(Outbox.class);
        this.load = load;
        this.journal = journal;
    }

    static NamastackSystem start(Database database, Load load, Journal journal) {
        int threads = THREADS_FOR_EACH_HANDLER * load.handlers();
        ConfigurableApplicationContext context = BootApplication.start(
                database,
                "io.namastack.",
                Map.of(
                        "namastack.outbox.polling.batch-size", BATCH,
                        "namastack.outbox.polling.fixed.interval", "10ms",
                        "namastack.outbox.processing.executor-core-pool-size", threads,
                        "namastack.outbox.processing.executor-max-pool-size", threads,
                        "namastack.outbox.processing.delete-completed-records", true),
                starting -> register(starting, load, journal));
        database.empty("outbox_record");
        return new NamastackSystem(context, load, journal);
    }

    private static void register(GenericApplicationContext context, Load load, Journal journal) {
        context.registerBean(Journal.class, () -> journal);
        context.registerBean(Load.class, () -> load);
        context.registerBean(NamastackHandlers.Parts.class);
        List<Class<? extends NamastackHandlers.Handler>> handlers = NamastackHandlers.ALL;
        handlers.subList(0, load.handlers()).forEach(context::registerBean);
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
            outbox.schedule(event, "Order/" + order);
        });
    }

    @Override
    public String drained() {
        return "not exists (select 1 from outbox_record where status <> 'COMPLETED')";
    }

    @Override
    public void close() {
        context.close();
    }
}
