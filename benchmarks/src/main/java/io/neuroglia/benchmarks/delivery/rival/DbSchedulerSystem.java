package io.neuroglia.benchmarks.delivery.rival;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * db-scheduler with a one-time task for each handler, scheduled in the business transaction in one batch. It looks for
 * work as soon as a transaction has committed, locks what it fetches and has eight threads for each handler.
 */
final class DbSchedulerSystem implements EventSystem {
    private static final int THREADS_FOR_EACH_HANDLER = 8;
    private static final double AGAIN_BELOW_HALF = 0.5;
    private static final double UP_TO_FOUR_FOR_EACH_THREAD = 4.0;

    private final HikariDataSource pool;
    private final Load load;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final List<OneTimeTask<OrderPlaced>> tasks;
    private final Scheduler scheduler;
    private final SchedulerClient client;

    private DbSchedulerSystem(HikariDataSource pool, Load load, Journal journal) {
        this.pool = pool;
        this.load = load;
        this.journal = journal;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.tasks = IntStream.range(0, load.handlers()).mapToObj(this::task).toList();
        List<Task<?>> known = List.copyOf(tasks);
        this.scheduler = Scheduler.create(pool, known)
                .threads(THREADS_FOR_EACH_HANDLER * load.handlers())
                .pollUsingLockAndFetch(AGAIN_BELOW_HALF, UP_TO_FOUR_FOR_EACH_THREAD)
                .pollingInterval(Duration.ofSeconds(1))
                .serializer(new JacksonSerializer())
                .build();
        DataSource transactional = new TransactionAwareDataSourceProxy(pool);
        this.client = SchedulerClient.Builder.create(transactional, known)
                .serializer(new JacksonSerializer())
                .build();
    }

    static DbSchedulerSystem start(Database database, Load load, Journal journal) {
        createTable(database);
        DbSchedulerSystem system = new DbSchedulerSystem(database.pool(), load, journal);
        database.empty("scheduled_tasks");
        system.scheduler.start();
        return system;
    }

    /** The columns and indexes that its documentation asks for. */
    private static void createTable(Database database) {
        database.execute("create table if not exists scheduled_tasks (task_name text not null,"
                + " task_instance text not null, task_data bytea, execution_time timestamptz, picked boolean not null,"
                + " picked_by text, last_success timestamptz, last_failure timestamptz, consecutive_failures integer,"
                + " last_heartbeat timestamptz, version bigint not null, priority smallint, state text,"
                + " primary key (task_name, task_instance))");
        database.execute("create index if not exists execution_time_idx on scheduled_tasks (execution_time)");
        database.execute("create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
    }

    private OneTimeTask<OrderPlaced> task(int handler) {
        return Tasks.oneTime("handler-" + handler, OrderPlaced.class).execute((instance, context) -> {
            int order = instance.getData().order();
            journal.begun(handler, order);
            if (load.effect()) {
                transactions.executeWithoutResult(status -> insertEffect(handler, order));
            }
        });
    }

    @Override
    public void place(int order) {
        OrderPlaced event = OrderPlaced.of(order, load.payload());
        transactions.executeWithoutResult(status -> {
            CommitStamp.register(journal, order);
            insertOrder(event);
            Instant now = Instant.now();
            client.scheduleBatch(
                    tasks.stream()
                            .<TaskInstance<?>>map(task -> task.instance(Integer.toString(order), event))
                            .toList(),
                    now);
        });
        scheduler.triggerCheckForDueExecutions();
    }

    private void insertOrder(OrderPlaced event) {
        try {
            BusinessTables.insertOrder(DataSourceUtils.getConnection(pool), event);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private void insertEffect(int handler, int order) {
        try {
            BusinessTables.insertEffect(DataSourceUtils.getConnection(pool), handler, order);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    @Override
    public String drained() {
        return "not exists (select 1 from scheduled_tasks)";
    }

    @Override
    public void close() {
        scheduler.stop();
        pool.close();
    }
}
