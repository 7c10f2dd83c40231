package io.neuroglia.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.benchmarks.delivery.AdministrationBenchmark.Cost;
import io.neuroglia.benchmarks.delivery.RowWrites.Writes;
import io.neuroglia.benchmarks.delivery.SteadyRun.Plan;
import io.neuroglia.benchmarks.delivery.StuckDeliveries.Size;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.Load;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaTables;
import io.neuroglia.benchmarks.delivery.rival.Rival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured does what it is measured for. A trial audits that everything was delivered once. */
class DeliveryBenchmarkIT {
    private static final Duration SHORT = Duration.ofMillis(200);

    private static Database database;

    @BeforeAll
    static void start_the_database() {
        database = Database.start();
    }

    private static Trial trial() {
        return new Trial(database, SHORT);
    }

    @AfterAll
    static void stop_the_database() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void every_rival_delivers_every_event_to_every_handler(Rival rival) throws Exception {
        Measurement measurement = trial().sustained(rival, new Load(3, 4, false), SHORT);

        assertThat(measurement.events()).isPositive();
        assertThat(measurement.costs().statements()).isGreaterThan(2);
        assertThat(measurement.latencies().p50()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void every_rival_has_the_effect_of_every_delivery_once(Rival rival) throws Exception {
        Measurement measurement = trial().sustained(rival, new Load(3, 4, true, 3_000, 37), SHORT);

        assertThat(measurement.writes().get("effect")).isEqualTo(new Writes(3, 0, 0));
        assertThat(measurement.writes().get("business_order")).isEqualTo(new Writes(1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"NEUROGLIA", "STARTER"})
    void the_row_of_an_event_is_inserted_once_and_never_changed(Rival rival) throws Exception {
        Measurement measurement = trial().sustained(rival, new Load(3, 4, true), SHORT);

        Writes event = measurement.writes().get(NeurogliaTables.EVENT);
        assertThat(event.inserted())
                .isEqualTo(measurement.writes().get("business_order").inserted())
                .isGreaterThanOrEqualTo(1);
        assertThat(event.updated()).isZero();
        assertThat(event.deleted()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"NEUROGLIA", "MODULITH"})
    void a_pace_is_kept(Rival rival) throws Exception {
        Measurement measurement = trial().paced(rival, new Load(1, 2, false), SHORT, 100);

        assertThat(measurement.events()).isBetween(1, 25);
    }

    @Test
    void as_many_days_have_a_partition_as_a_load_asks_for() throws Exception {
        for (int days : new int[] {37, 12}) {
            trial().sustained(Rival.NEUROGLIA, new Load(1, 1, false).withPartitions(days), SHORT);

            assertThat(NeurogliaTables.partitions(database)).isEqualTo(days);
        }
    }

    @Test
    void a_steady_run_shows_the_rate_in_each_slice() throws Exception {
        List<String> slices = new ArrayList<>();
        Plan plan = new Plan(Rival.NEUROGLIA, new Load(3, 4, true), Duration.ofSeconds(2), SHORT, slices::add);

        String table = SteadyRun.measure(database, plan);

        assertThat(table).contains("events/s", "% of the fastest");
        assertThat(slices).hasSizeBetween(3, 10);
    }

    @Test
    void what_a_killed_process_left_over_is_delivered_by_another() throws Exception {
        long nanos = Recovery.once(database);

        assertThat(Duration.ofNanos(nanos)).isBetween(Duration.ofMillis(1), Duration.ofMinutes(1));
    }

    @Test
    void what_waits_beside_finished_events_is_claimed_and_delivered() throws Exception {
        double[] rates = Claims.drain(database, 600, 100);

        assertThat(rates).hasSize(3).doesNotContain(0);
    }

    @Test
    void people_act_on_what_is_stuck_at_the_same_cost_however_much_there_is() throws Exception {
        AdministrationBenchmark benchmark = new AdministrationBenchmark(database, 2);

        Map<String, Cost> little = benchmark.measure(new Size(600, 1_100, 1_100));
        Map<String, Cost> much = benchmark.measure(new Size(12_000, 11_000, 1_100));

        assertThat(little).containsKeys("backlog", "replay", "retry all, 1000");
        for (String flat :
                List.of("list, the first 100", "list, the first 100 parked", "list, 100 at the end", "retry", "skip")) {
            assertThat(much.get(flat).blocks())
                    .as(flat)
                    .isBetween(1.0, 2 * little.get(flat).blocks());
        }
    }
}
