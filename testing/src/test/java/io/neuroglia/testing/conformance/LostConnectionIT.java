package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.result.FailureKind;
import io.neuroglia.testing.RecordingEvents;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools hide a lost connection behind a closed one, so both ways are tried. */
@ParameterizedClass(name = "pooled: {0}")
@ValueSource(booleans = {false, true})
@ExtendWith(PostgresExtension.class)
class LostConnectionIT {
    private final TestDatabase database;
    private final HikariDataSource pool;
    private final CountingDataSource connections;
    private final JdbcTransactions transactions;
    private final PostgresRepository<Parcel, Parcel.Id, Parcel.State> parcels;
    private final Parcel parcel =
            new Parcel(AnyAggregateContract.state(UUID.randomUUID().toString(), "fragile"), 0);

    LostConnectionIT(boolean pooled, TestDatabase database) {
        this.database = database;
        this.pool = pool(database);
        this.connections = new CountingDataSource(pooled ? pool : database.dataSource());
        this.transactions = new JdbcTransactions(connections);
        this.parcels = PostgresRepository.of(transactions, new RecordingEvents(), "parcel", new ParcelMapping());
        database.execute(
                "create table if not exists parcel (id text primary key, version bigint not null, state jsonb not"
                        + " null)");
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_search_is_unavailable() throws Exception {
        assertUnavailable(() -> {
            loseConnection();
            return parcels.findAll();
        });
    }

    @Test
    void a_search_that_follows_a_hidden_failure_is_unavailable() throws Exception {
        assertUnavailable(() -> {
            loseConnection();
            assertThat(catchThrowable(parcels::findAll)).isNotNull();
            return parcels.findAll();
        });
    }

    @Test
    void a_change_is_unavailable_and_keeps_its_events() throws Exception {
        parcel.send("handed over");

        assertUnavailable(() -> {
            loseConnection();
            parcels.add(parcel);
            return true;
        });

        assertThat(parcel.version()).isZero();
        assertThat(parcel.pendingEvents()).isNotEmpty();
    }

    @Test
    void a_change_in_joined_work_is_unavailable() throws Exception {
        assertUnavailable(() -> {
            parcels.add(parcel);
            return kept(() -> {
                loseConnection();
                parcels.save(parcel);
                return true;
            });
        });
    }

    @Test
    void joining_is_unavailable() throws Exception {
        assertUnavailable(() -> {
            parcels.add(parcel);
            loseConnection();
            return kept(() -> true);
        });
    }

    @Test
    void the_end_of_joined_work_is_unavailable() throws Exception {
        assertUnavailable(() -> {
            parcels.add(parcel);
            return kept(this::loseConnection);
        });
        assertUnavailable(() -> {
            parcels.add(parcel);
            return transactions.execute(this::loseConnection, lost -> false);
        });
    }

    @Test
    void the_commit_is_unavailable() throws Exception {
        assertUnavailable(() -> {
            parcels.add(parcel);
            return loseConnection();
        });
    }

    @Test
    void the_commit_that_follows_a_hidden_failure_is_unavailable() throws Exception {
        assertUnavailable(() -> {
            parcels.add(parcel);
            loseConnection();
            return catchThrowable(parcels::findAll);
        });
    }

    @Test
    void a_database_out_of_reach_is_unavailable() {
        connections.putOutOfReach();

        assertThatThrownBy(parcels::findAll).isInstanceOf(DataUnavailableException.class);
    }

    private void assertUnavailable(Callable<?> work) throws Exception {
        assertThatThrownBy(() -> kept(work))
                .isInstanceOfSatisfying(
                        DataUnavailableException.class,
                        unavailable -> assertThat(unavailable.problem().kind()).isEqualTo(FailureKind.UNAVAILABLE));

        assertThat(connections.open()).isZero();
        assertThat(parcels.findById(parcel.id())).isEmpty();
    }

    private <V> V kept(Callable<V> work) throws Exception {
        return transactions.execute(work, outcome -> true);
    }

    private boolean loseConnection() throws SQLException {
        return Backend.terminate(transactions.connection(), database);
    }
}
