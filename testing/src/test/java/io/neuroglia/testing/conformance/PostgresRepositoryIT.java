package io.neuroglia.testing.conformance;

import static io.neuroglia.testing.conformance.AnyAggregateContract.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.DuplicateAggregateException;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.data.UnreadableAggregateException;
import io.neuroglia.data.VersionConflictException;
import io.neuroglia.data.WriteConflictException;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.PostgresRepository;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.testing.RecordingEvents;
import io.neuroglia.testing.conformance.Parcel.Carrier;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresRepositoryIT extends AnyAggregateContract {
    private final TestDatabase database;
    private final CountingDataSource connections;
    private final JdbcTransactions transactions;

    PostgresRepositoryIT(TestDatabase database) {
        this.database = database;
        this.connections = new CountingDataSource(database.dataSource());
        this.transactions = new JdbcTransactions(connections);
    }

    @Override
    protected Repository<Parcel, Parcel.Id> repository(EventSink events) {
        return repository(events, "parcel");
    }

    private PostgresRepository<Parcel, Parcel.Id, Parcel.State> repository(EventSink events, String table) {
        database.execute("drop table if exists \"" + table + "\"; create table \"" + table
                + "\" (id text primary key, version bigint not null, state jsonb not null)");
        return PostgresRepository.of(transactions, events, table, new ParcelMapping());
    }

    @Override
    protected <V> V inUnitOfWork(Callable<V> work) throws Exception {
        return transactions.execute(work, outcome -> true);
    }

    @Override
    protected boolean makeUnreadable(Parcel.Id id) {
        database.execute("update parcel set state = state #- '{schedule,due}' where id = '" + id + "'");
        return true;
    }

    @Override
    protected long roundTrips() {
        return connections.prepared();
    }

    private <V> V undone(Callable<V> work) throws Exception {
        return transactions.execute(work, outcome -> false);
    }

    @Nested
    class InTransactions {
        private final RecordingEvents events = new RecordingEvents();
        private final PostgresRepository<Parcel, Parcel.Id, Parcel.State> parcels = repository(events, "parcel");

        @Test
        void what_is_rolled_back_is_not_stored() throws Exception {
            Parcel stored = added(newAggregate());
            Parcel removed = added(newAggregate());
            Parcel undone = newAggregate();

            undone(() -> {
                parcels.add(undone);
                Parcel loaded = parcels.findById(stored.id()).orElseThrow();
                change(loaded);
                parcels.save(loaded);
                parcels.remove(removed);
                return true;
            });

            assertThat(parcels.findById(undone.id())).isEmpty();
            assertThat(parcels.findById(removed.id())).isPresent();
            assertThat(parcels.findById(stored.id()).orElseThrow().state()).isEqualTo(stored.state());
        }

        @Test
        void a_change_needs_a_unit_of_work_and_a_search_does_not() throws Exception {
            Parcel stored = added(newAggregate());
            Parcel other = newAggregate();

            assertThatIllegalStateException()
                    .isThrownBy(() -> parcels.add(other))
                    .withMessageContaining("UnitOfWork.execute");
            assertThatIllegalStateException().isThrownBy(() -> parcels.save(stored));
            assertThatIllegalStateException().isThrownBy(() -> parcels.remove(stored));

            assertThat(parcels.findAll()).extracting(Parcel::id).containsExactly(stored.id());
            assertThat(stored.version()).isEqualTo(1);
            assertThat(connections.open()).isZero();
        }

        @Test
        void a_refused_aggregate_does_not_spoil_the_transaction() throws Exception {
            Parcel stored = added(newAggregate());
            Parcel stale = parcels.findById(stored.id()).orElseThrow();
            Parcel other = newAggregate();

            inUnitOfWork(() -> {
                parcels.save(stored);
                assertThatThrownBy(() -> parcels.save(stale)).isInstanceOf(VersionConflictException.class);
                assertThatThrownBy(() -> parcels.add(stored)).isInstanceOf(DuplicateAggregateException.class);
                parcels.add(other);
                return true;
            });

            assertThat(parcels.findById(stored.id()).orElseThrow().version()).isEqualTo(2);
            assertThat(parcels.findById(other.id())).isPresent();
        }

        private Parcel added(Parcel parcel) throws Exception {
            inUnitOfWork(() -> {
                parcels.add(parcel);
                return true;
            });
            return parcel;
        }
    }

    @Nested
    class WithSql {
        private final PostgresRepository<Parcel, Parcel.Id, Parcel.State> parcels =
                repository(new RecordingEvents(), "order");

        @Test
        void a_finder_selects_and_orders_by_what_is_stored() throws Exception {
            Parcel sent = new Parcel(state("1", "x"), 0);
            change(sent);
            inUnitOfWork(() -> {
                parcels.add(sent);
                parcels.add(new Parcel(state("2", "b"), 0));
                parcels.add(new Parcel(state("3", "a"), 0));
                return true;
            });

            assertThat(parcels.query("where state->>'carrier' = ? order by state->>'note'", Carrier.POST.name()))
                    .extracting(parcel -> parcel.state().note())
                    .containsExactly("a", "b");
            assertThat(parcels.query("where id = any(?) and version = ?", new String[] {"1", "2"}, 1L))
                    .hasSize(2);
        }

        @Test
        void a_value_that_must_be_unique_and_is_taken_is_a_conflict() throws Exception {
            database.execute("create unique index on \"order\" ((state->>'note'))");
            inUnitOfWork(() -> {
                parcels.add(new Parcel(state("1", "taken"), 0));
                return true;
            });

            assertThatThrownBy(() -> inUnitOfWork(() -> {
                        parcels.add(new Parcel(state("2", "taken"), 0));
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            WriteConflictException.class,
                            conflict -> assertThat(conflict.problem())
                                    .isEqualTo(Problem.of(FailureKind.CONFLICT, "This exists already.")));

            assertThat(parcels.findAll()).hasSize(1);
        }

        @Test
        void a_refused_statement_is_named_and_nothing_leaks() {
            assertThatThrownBy(() -> parcels.query("where nonsense = 1"))
                    .isInstanceOf(DataFailureException.class)
                    .hasMessageContaining("order")
                    .hasMessageContaining("nonsense")
                    .hasCauseInstanceOf(SQLException.class);
            assertThatThrownBy(() -> parcels.query("where id = ?", new Object()))
                    .isInstanceOf(DataFailureException.class);

            assertThat(connections.open()).isZero();
        }

        @Test
        void stored_json_that_does_not_fit_is_a_failure_that_names_table_row_and_field() throws Exception {
            inUnitOfWork(() -> {
                parcels.add(new Parcel(state("1", "x"), 0));
                parcels.add(new Parcel(state("2", "x"), 0));
                return true;
            });
            database.execute("update \"order\" set state = state || '{\"carrier\": \"PIGEON\"}' where id = '1'");

            assertThatThrownBy(parcels::findAll)
                    .isInstanceOf(UnreadableAggregateException.class)
                    .hasMessageContaining("Aggregate 1 in table order")
                    .hasMessageContaining("Parcel$State at carrier")
                    .hasMessageContaining("PIGEON");
            assertThat(connections.open()).isZero();
        }

        @Test
        void a_finder_passes_over_what_cannot_be_read() throws Exception {
            inUnitOfWork(() -> {
                parcels.add(new Parcel(state("1", "x"), 0));
                parcels.add(new Parcel(state("2", "x"), 0));
                return true;
            });
            database.execute("update \"order\" set state = state - 'charges' where id = '1'");
            List<String> unreadable = new ArrayList<>();
            var readable = parcels.skippingUnreadable(failure -> unreadable.add(failure.id()));

            assertThat(readable.query("where state->>'note' = ?", "x")).hasSize(1);
            try (Stream<Parcel> stream = readable.stream("where state->>'note' = ? order by id", "x")) {
                assertThat(stream).hasSize(1);
            }

            assertThat(unreadable).containsExactly("1", "1");
            assertThatThrownBy(() -> parcels.query("where id = ?", "1")).hasMessageContaining("at charges");
        }

        @Test
        void a_state_of_a_former_version_is_brought_to_the_present_form() throws Exception {
            database.execute("""
                insert into "order" values
                    ('1', 4, '{"id": "1", "lit": true}'), ('2', 1, '{"id": "2", "brightness": 7, "@version": 2}')\
                """);
            PostgresRepository<Lamp, String, LampMapping.State> lamps =
                    PostgresRepository.of(transactions, new RecordingEvents(), "order", new LampMapping());

            assertThat(lamps.findAll()).extracting(Lamp::brightness).containsExactly(100, 7);
            Lamp lamp = lamps.findById("1").orElseThrow();
            inUnitOfWork(() -> {
                lamps.save(lamp);
                return true;
            });

            assertThat(lamp.version()).isEqualTo(5);
            assertThat(lamps.query("where state ->> '@version' = '2' order by id"))
                    .extracting(Lamp::brightness)
                    .containsExactly(100, 7);
        }

        @Test
        void only_a_plain_name_is_a_table() {
            for (String table : List.of("", "Order", "order; drop table x", "a.b.c", "\"order\"", "1a", "a.")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() ->
                                PostgresRepository.of(transactions, new RecordingEvents(), table, new ParcelMapping()))
                        .withMessageContaining(table);
            }
        }
    }
}
