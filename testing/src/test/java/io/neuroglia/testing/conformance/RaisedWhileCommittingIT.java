package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.Transactions.Completion;
import io.neuroglia.data.json.StoredJson;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.InTransaction;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.conformance.UnitOfWorkContract.Happened;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is raised during a commit is stored, or whoever raises it gets an exception. */
@ExtendWith(PostgresExtension.class)
class RaisedWhileCommittingIT {
    private final TestDatabase database;
    private final JdbcTransactions transactions;
    private final DurableDelivery delivery;
    private final UnitOfWork unitOfWork;
    private Consumer<String> inTransaction = what -> {};

    RaisedWhileCommittingIT(TestDatabase database) {
        this.database = database;
        this.transactions = new JdbcTransactions(database.dataSource());
        this.delivery =
                DurableDelivery.create(database.dataSource(), transactions, DeliverySettings.forApplication("test"));
        this.unitOfWork = delivery.unitOfWork();
    }

    @BeforeEach
    void start() {
        database.execute("truncate neuroglia.event");
        delivery.start(Mediator.builder().on(Happened.class, new Reacting()).build());
    }

    @AfterEach
    void stop() {
        delivery.close();
    }

    @Test
    void a_listener_that_is_asked_before_or_after_the_events_are_stored_raises_more() throws Exception {
        succeed(() -> {
            beforeCommit(() -> raise("by the first"));
            raise("by the work");
            beforeCommit(() -> raise("by the last"));
        });
        succeed(() -> beforeCommit(() -> beforeCommit(() -> raise("by the very last"))));

        assertThat(stored())
                .containsExactlyInAnyOrder("by the first", "by the work", "by the last", "by the very last");
    }

    @Test
    void a_handler_in_the_transaction_raises_more() throws Exception {
        inTransaction = what -> {
            if (what.length() < 3) {
                raise(what + "+");
            }
        };

        succeed(() -> {
            raise("a");
            beforeCommit(() -> raise("b"));
        });

        assertThat(stored()).containsExactlyInAnyOrder("a", "a+", "a++", "b", "b+", "b++");
    }

    @Test
    void joined_work_that_fails_during_the_commit_loses_only_its_own() throws Exception {
        inTransaction = what -> {
            if (what.length() == 1) {
                refused(() -> raise(what + " by a handler"));
            }
        };

        succeed(() -> {
            raise("a");
            beforeCommit(() -> {
                raise("b");
                refused(() -> raise("refused"));
                raise("c");
            });
        });

        assertThat(stored()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void joined_work_that_succeeds_during_the_commit_is_stored() throws Exception {
        inTransaction = what -> {
            if (what.length() == 1) {
                quietly(() -> succeed(() -> raise(what + " by a handler")));
            }
        };

        succeed(() -> beforeCommit(() -> raise("a")));

        assertThat(stored()).containsExactlyInAnyOrder("a", "a by a handler");
    }

    @Test
    void an_event_that_is_refused_rolls_back_also_if_whoever_raised_it_hides_that() {
        inTransaction = what -> {
            throw new IllegalStateException("no " + what);
        };
        List<Throwable> hidden = new ArrayList<>();

        assertThatThrownBy(() -> succeed(() -> {
                    unitOfWork.afterCommit(() -> {});
                    beforeCommit(() -> hidden.add(catchThrowable(() -> raise("a"))));
                }))
                .hasStackTraceContaining("no a");

        assertThat(hidden).singleElement().asString().contains("no a");
        assertThat(quietlyStored()).isEmpty();
    }

    @Test
    void an_event_that_is_refused_in_joined_work_that_fails_rolls_back_only_that() throws Exception {
        inTransaction = what -> {
            if (what.equals("b")) {
                throw new IllegalStateException("no b");
            }
        };

        succeed(() -> {
            raise("a");
            beforeCommit(() -> catchThrowable(() -> unitOfWork.execute(() -> {
                raise("b");
                return OperationResult.noContent();
            })));
        });

        assertThat(stored()).containsExactly("a");
    }

    @Test
    void nothing_is_raised_when_the_transaction_is_over() throws Exception {
        List<Throwable> refusals = new ArrayList<>();

        succeed(() -> {
            raise("in time");
            unitOfWork.afterCommit(() -> refusals.add(catchThrowable(() -> raise("too late"))));
            transactions.completion(
                    refusals, () -> new Ending(() -> refusals.add(catchThrowable(() -> raise("too late")))));
        });

        assertThat(refusals).hasSize(2).hasOnlyElementsOfType(IllegalStateException.class);
        assertThat(stored()).containsExactly("in time");
    }

    private void raise(String what) {
        unitOfWork.raise(new Happened(what));
    }

    private void beforeCommit(Runnable step) {
        transactions.completion(step, () -> new Asked(step));
    }

    private void succeed(Runnable step) throws Exception {
        unitOfWork.execute(() -> {
            step.run();
            return OperationResult.noContent();
        });
    }

    private void refused(Runnable step) {
        quietly(() -> unitOfWork.execute(() -> {
            step.run();
            return OperationResult.badRequest("refused");
        }));
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> quietlyStored() {
        List<String> all = new ArrayList<>();
        quietly(() -> all.addAll(stored()));
        return all;
    }

    private List<String> stored() throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select payload from neuroglia.event")) {
            List<String> stored = new ArrayList<>();
            while (rows.next()) {
                stored.add(StoredJson.read(rows.getString(1), Happened.class).what());
            }
            return stored;
        }
    }

    /** Does something in the transaction of each event. */
    @InTransaction
    private final class Reacting implements EventHandler<Happened> {
        @Override
        public void handle(Happened event) {
            inTransaction.accept(event.what());
        }
    }

    private record Asked(Runnable step) implements Completion {
        @Override
        public void beforeCommit() {
            step.run();
        }

        @Override
        public void afterCompletion(boolean committed) {}
    }

    private record Ending(Runnable step) implements Completion {
        @Override
        public void beforeCommit() {}

        @Override
        public void afterCompletion(boolean committed) {
            step.run();
        }
    }

    /** A part of the work. */
    private interface Step {
        void run() throws Exception;
    }
}
