package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.data.json.StoredJson;
import io.neuroglia.testing.ChildJvm;
import io.neuroglia.testing.RecordingEvents;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** What comes on top of the contract when PostgreSQL keeps the result: connections and memory. */
@ExtendWith(PostgresExtension.class)
class StreamingIT {
    private static final int ROWS = 2_500;

    private final TestDatabase database;
    private final HikariDataSource pool;
    private final CountingDataSource connections;
    private final JdbcTransactions transactions;
    private final PostgresRepository<Parcel, Parcel.Id, Parcel.State> parcels;

    StreamingIT(TestDatabase database) {
        this.database = database;
        this.pool = pool(database);
        this.connections = new CountingDataSource(pool);
        this.transactions = new JdbcTransactions(connections);
        this.parcels = parcels(transactions);
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static PostgresRepository<Parcel, Parcel.Id, Parcel.State> parcels(JdbcTransactions transactions) {
        return PostgresRepository.of(transactions, new RecordingEvents(), "parcel", new ParcelMapping());
    }

    @BeforeEach
    void fill() {
        String state = StoredJson.write(AnyAggregateContract.state("x", "note")).replace("'", "''");
        database.execute("""
            drop table if exists parcel;
            create table parcel (id text primary key, version bigint not null, state jsonb not null);
            insert into parcel select i, 1, '%s'::jsonb || jsonb_build_object('id', jsonb_build_object('value', i::text))
                from generate_series(1, %d) i
            """.formatted(state, ROWS));
    }

    @AfterEach
    void close() {
        assertThat(connections.open()).as("connections not given back").isZero();
        pool.close();
    }

    @Test
    void a_stream_outside_a_unit_holds_a_connection_until_it_is_closed() {
        try (Stream<Parcel> stream = parcels.stream()) {
            assertThat(stream.iterator().next().id()).isNotNull();
            assertThat(connections.open()).isEqualTo(1);
        }

        assertThat(connections.open()).isZero();
    }

    @Test
    void a_stream_that_is_read_to_its_end_closes_itself() {
        Stream<Parcel> stream = parcels.stream();

        assertThat(stream.count()).isEqualTo(ROWS);

        assertThat(connections.open()).isZero();
    }

    @Test
    void a_stream_outside_a_unit_may_be_read_by_another_thread() throws Exception {
        try (Stream<Parcel> stream = parcels.stream()) {
            assertThat(CompletableFuture.supplyAsync(stream::count).get(20, TimeUnit.SECONDS))
                    .isEqualTo(ROWS);
        }
    }

    @Test
    void a_stream_has_what_was_there_when_it_was_opened() throws Exception {
        try (Stream<Parcel> stream = parcels.stream()) {
            transactions.execute(
                    () -> {
                        parcels.remove(parcels.findById(new Parcel.Id("7")).orElseThrow());
                        parcels.add(new Parcel(AnyAggregateContract.state("new", "note"), 0));
                        return true;
                    },
                    done -> done);

            assertThat(stream.map(parcel -> parcel.id().value()))
                    .hasSize(ROWS)
                    .contains("7")
                    .doesNotContain("new");
        }
    }

    @Test
    void a_stream_in_a_unit_uses_the_units_connection_and_sees_its_changes() throws Exception {
        transactions.execute(
                () -> {
                    parcels.remove(parcels.findById(new Parcel.Id("7")).orElseThrow());
                    try (Stream<Parcel> stream = parcels.stream()) {
                        assertThat(stream).hasSize(ROWS - 1);
                    }
                    assertThat(connections.open()).isEqualTo(1);
                    return true;
                },
                done -> done);
    }

    @Test
    void a_stream_that_is_read_after_its_unit_says_what_to_do() throws Exception {
        Stream<Parcel> escaped = transactions.execute(parcels::stream, done -> true);
        Iterator<Parcel> iterator = escaped.iterator();

        assertThatIllegalStateException().isThrownBy(iterator::next).withMessageContaining("unit of work has ended");
        escaped.close();
    }

    @Test
    void joined_work_that_fails_does_not_end_a_stream_around_it() throws Exception {
        long read = transactions.execute(
                () -> {
                    try (Stream<Parcel> stream = parcels.stream()) {
                        return stream.filter(parcel -> {
                                    undo(parcel);
                                    return true;
                                })
                                .count();
                    }
                },
                done -> true);

        assertThat(read).isEqualTo(ROWS);
        assertThat(parcels.query("where version > 1")).isEmpty();
    }

    @Test
    void a_finder_streams_what_a_condition_selects_in_its_order() {
        try (Stream<Parcel> stream = parcels.stream("where id like ? order by id::int desc", "1%")) {
            assertThat(stream.limit(2).map(parcel -> parcel.id().value())).containsExactly("1999", "1998");
        }
    }

    @Test
    void a_refused_statement_is_named_and_leaks_nothing() {
        assertThatThrownBy(() -> parcels.stream("where nonsense"))
                .isInstanceOf(DataFailureException.class)
                .hasMessageContaining("parcel")
                .hasMessageContaining("nonsense");
    }

    @Test
    void a_connection_that_is_lost_under_way_is_unavailable() {
        try (Stream<Parcel> stream = parcels.stream()) {
            Iterator<Parcel> iterator = stream.iterator();
            iterator.next();
            database.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                    + " where datname = current_database() and state = 'idle in transaction'");

            assertThatThrownBy(() -> iterator.forEachRemaining(parcel -> {}))
                    .isInstanceOf(DataUnavailableException.class);
        }
    }

    /** The same rows read at once do not fit, or the test would show nothing. */
    @Test
    void a_set_larger_than_the_memory_is_streamed() throws Exception {
        database.execute("update parcel set state = state || jsonb_build_object('note', repeat('x', 65536))");

        assertThat(read("stream")).contains("read " + ROWS);
        assertThat(read("all")).contains("OutOfMemoryError").doesNotContain("read " + ROWS);
    }

    private void undo(Parcel parcel) {
        try {
            transactions.execute(
                    () -> {
                        parcels.save(parcel);
                        return false;
                    },
                    done -> done);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String read(String how) throws Exception {
        try (ChildJvm reader = ChildJvm.start(Reader.class, List.of("-Xmx64m"), database.jdbcUrl(), how)) {
            String output = String.join("\n", reader.lines());
            reader.exitCode();
            return output;
        }
    }

    /** Reads all parcels with little memory. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            PostgresRepository<Parcel, Parcel.Id, Parcel.State> parcels =
                    parcels(new JdbcTransactions(dataSource(arguments[0])));
            try (Stream<Parcel> stream = parcels.stream()) {
                long read = arguments[1].equals("all") ? parcels.findAll().size() : stream.count();
                System.out.println("read " + read);
            }
        }

        private static DataSource dataSource(String url) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(url);
            return dataSource;
        }
    }
}
