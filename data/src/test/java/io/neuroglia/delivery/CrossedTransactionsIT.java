package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Two transactions of deliveries to one handler, each of which has changed the row that the other one wants next. They begin
 * together because both loops of the handler were held until all deliveries waited.
 */
class CrossedTransactionsIT {
    private final CyclicBarrier bothHaveARow = new CyclicBarrier(2);
    private final AtomicInteger begun = new AtomicInteger();
    private final Map<String, Integer> rows = new ConcurrentHashMap<>();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final Blockade blockade = new Blockade(database, 2);
    private final DeliveryFixture process = blockade.process();

    @Test
    void crossed_transactions_give_way_before_the_database_detects_a_deadlock_and_take_effect_once() throws Exception {
        database.execute("create table hot (id integer primary key, changes integer not null)");
        database.execute("insert into hot values (0, 0), (1, 0)");
        blockade.startWith(Written.class, this::write, policy -> policy);

        blockade.raiseBehind(new Written(1), new Written(2), new Written(3), new Written(4));

        await("all", database::nothingIsLeft);
        assertThat(database.texts("select event from effect order by event"))
                .containsExactly("Written[number=1]", "Written[number=2]", "Written[number=3]", "Written[number=4]");
        assertThat(database.texts("select sum(changes) from hot")).containsExactly("4");
        assertThat(database.texts("select deadlocks from pg_stat_database where datname = current_database()"))
                .containsExactly("0");
    }

    private void write(Written event) throws Exception {
        cross();
        process.effect("writer", event);
    }

    /** The first delivery in a transaction changes one row, the next one that of the other transaction. */
    private void cross() throws Exception {
        String transaction = transactionId();
        Integer own = rows.get(transaction);
        if (own != null) {
            change(1 - own);
            return;
        }
        int place = begun.getAndIncrement();
        rows.put(transaction, place % 2);
        change(place % 2);
        if (place < 2) {
            bothHaveARow.await(10, TimeUnit.SECONDS);
        }
    }

    private void change(int row) throws SQLException {
        try (Statement update = process.transactions().connection().createStatement()) {
            update.execute("update hot set changes = changes + 1 where id = " + row);
        }
    }

    private String transactionId() throws SQLException {
        try (Statement statement = process.transactions().connection().createStatement();
                ResultSet row = statement.executeQuery("select pg_current_xact_id()")) {
            row.next();
            return row.getString(1);
        }
    }

    record Written(int number) implements Blockade.Queued {}
}
