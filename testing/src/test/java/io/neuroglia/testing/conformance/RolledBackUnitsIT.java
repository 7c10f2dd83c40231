package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.VersionConflictException;
import io.neuroglia.data.WriteConflictException;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.DurableUnitOfWork;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.conformance.Parcel.CarrierChosen;
import io.neuroglia.testing.conformance.Parcel.ParcelSent;
import io.neuroglia.testing.conformance.UnitOfWorkContract.Happened;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Units of work with all that belongs to them, rolled back: no trace in the database, and nothing held in the process. */
@ExtendWith(PostgresExtension.class)
class RolledBackUnitsIT {
    private static final int UNITS = 300;
    private static final String ADVISORY_LOCKS = "pg_locks where locktype = 'advisory'";
    private static final int IN_FLIGHT = 100;
    private static final DeliverySettings SETTINGS =
            DeliverySettings.forApplication("conformance").withMaxInFlight(IN_FLIGHT);

    private final TestDatabase database;
    private final CountingDataSource connections;
    private final JdbcTransactions transactions;
    private final DurableDelivery delivery;
    private final DurableUnitOfWork unitOfWork;
    private final PostgresRepository<Parcel, Parcel.Id, Parcel.State> parcels;
    private final AtomicInteger heard = new AtomicInteger();
    private final CountDownLatch last = new CountDownLatch(1);
    private final AtomicInteger acted = new AtomicInteger();

    RolledBackUnitsIT(TestDatabase database) {
        this.database = database;
        this.connections = new CountingDataSource(database.dataSource());
        this.transactions = new JdbcTransactions(connections);
        this.delivery = DurableDelivery.create(connections, transactions, SETTINGS);
        this.unitOfWork = delivery.unitOfWork();
        this.parcels = PostgresRepository.of(transactions, unitOfWork, "parcel", new ParcelMapping());
    }

    @BeforeEach
    void start() {
        database.execute("drop table if exists parcel;"
                + " create table parcel (id text primary key, version bigint not null, state jsonb not null)");
        delivery.start(Mediator.builder()
                .domainEvent(CarrierChosen.class)
                .domainEvent(ParcelSent.class)
                .on("listener", Happened.class, this::hear)
                .build());
    }

    @AfterEach
    void stop() {
        delivery.close();
        assertThat(connections.open()).as("connections not given back").isZero();
    }

    @Test
    void units_that_roll_back_leave_nothing_behind() throws Exception {
        rolledBack();
        letDeliveryOpenItsConnections();
        int openBefore = connections.open();
        int threadsBefore = Thread.activeCount();
        int eventsBefore = count("neuroglia.event");
        int locksBefore = count(ADVISORY_LOCKS);

        for (int i = 0; i < UNITS; i++) {
            rolledBack();
        }

        assertThat(unitOfWork.isActive()).isFalse();
        assertThat(connections.open())
                .as("connections, those of delivery included")
                .isEqualTo(openBefore);
        assertThat(Thread.activeCount()).as("threads").isLessThanOrEqualTo(threadsBefore);
        assertThat(count("parcel")).isZero();
        assertThat(count("neuroglia.event")).isEqualTo(eventsBefore);
        assertThat(count("pg_stat_activity where datname = current_database() and state like 'idle in transaction%'"))
                .isZero();
        assertThat(count(ADVISORY_LOCKS)).as("advisory locks").isEqualTo(locksBefore);
        assertThat(acted).hasValue(0);
        assertThat(heard).hasValue(1);
    }

    /** All are open once a delivery has been noted as done. */
    private void letDeliveryOpenItsConnections() throws Exception {
        unitOfWork.execute(() -> {
            unitOfWork.raise(new Happened("last"));
            return OperationResult.noContent();
        });
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (count("neuroglia.work") > 0) {
            assertThat(System.nanoTime()).as("time until it is delivered").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    @Test
    void what_was_held_for_events_whose_commit_failed_is_free_again() throws Exception {
        database.execute("drop table if exists once; create table once (x int unique deferrable initially deferred)");
        for (int i = 0; i < IN_FLIGHT + 1; i++) {
            assertThatThrownBy(this::failingCommit).isInstanceOf(WriteConflictException.class);
        }

        unitOfWork.execute(() -> {
            unitOfWork.raise(new Happened("last"));
            return OperationResult.noContent();
        });

        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).hasValue(1);
    }

    @Test
    void several_aggregates_commit_together_or_not_at_all() throws Exception {
        Parcel one = parcel();
        Parcel other = parcel();
        unitOfWork.execute(() -> {
            parcels.add(one);
            parcels.add(other);
            return OperationResult.noContent();
        });
        Parcel stale = parcels.findById(other.id()).orElseThrow();
        unitOfWork.execute(() -> {
            parcels.save(other);
            return OperationResult.noContent();
        });

        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    one.send("x");
                    parcels.save(one);
                    parcels.save(stale);
                    return OperationResult.noContent();
                }))
                .isInstanceOf(VersionConflictException.class);

        assertThat(parcels.findById(one.id()).orElseThrow().version()).isEqualTo(1);
        assertThat(one.version()).isEqualTo(1);
        assertThat(one.pendingEvents()).hasSize(2);
    }

    /** One unit with four events, of an aggregate, of joined work and of its own. */
    private void rolledBack() throws Exception {
        Parcel parcel = parcel();
        unitOfWork.execute(() -> {
            parcel.send("never");
            parcels.add(parcel);
            unitOfWork.execute(() -> {
                unitOfWork.raise(new Happened("joined"));
                return OperationResult.noContent();
            });
            unitOfWork.raise(new Happened("never"));
            unitOfWork.afterCommit(acted::incrementAndGet);
            return OperationResult.badRequest("refused");
        });
        assertThat(parcel.version()).isZero();
        assertThat(parcel.pendingEvents()).hasSize(2);
    }

    private void hear(Happened happened) {
        heard.incrementAndGet();
        if (happened.what().equals("last")) {
            last.countDown();
        }
    }

    private static Parcel parcel() {
        return new Parcel(AnyAggregateContract.state(UUID.randomUUID().toString(), "note"), 0);
    }

    private void failingCommit() throws Exception {
        unitOfWork.execute(() -> {
            unitOfWork.raise(new Happened("never"));
            try (Statement statement = transactions.connection().createStatement()) {
                statement.execute("insert into once values (1), (1)");
            }
            return OperationResult.noContent();
        });
    }

    private int count(String from) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
