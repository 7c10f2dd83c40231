package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.chaos.node.Node;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Housekeeping under load, beside a backup that locks every table and holds a snapshot. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(TestbedParameter.class)
class BackupIT {
    private static final int SOME = 20;
    private static final String OLD_DAY =
            "select to_char(clock_timestamp() at time zone 'UTC' - interval '20 days', 'YYYYMMDD')";

    @Test
    void housekeeping_beside_a_backup_holds_up_nobody_and_is_done_afterwards(Testbed testbed) throws Exception {
        try (Scenario scenario = testbed.scenario("backup")) {
            createFinishedDay(scenario);
            Node node = scenario.startHere(scenario.node("loaded", 7)).sendCommands();
            awaitMore(scenario);
            createFinishedDay(scenario); // the first was dropped at the start
            try (Connection backup = Backup.begin(scenario.dataSource())) {
                Node started = startIdle(scenario, "beside");

                assertThat(started.status().housekeeping())
                        .anyMatch(failure -> failure.startsWith("Could not detach the finished"));
                assertThat(started.status().delivers()).isTrue();
                awaitMore(scenario);
                backup.rollback();
            }

            Node afterwards = startIdle(scenario, "afterwards");

            assertThat(afterwards.status().housekeeping()).isEmpty();
            assertThat(scenario.count(
                            "select count(*) from pg_tables where schemaname = 'neuroglia' and tablename ~ ('_d' || ("
                                    + OLD_DAY + "))"))
                    .isZero();
            awaitMore(scenario);
            node.quiet();
            scenario.assertPromisesKept();
        }
    }

    /** A node that runs its housekeeping at the start, and sends no commands. */
    private static Node startIdle(Scenario scenario, String name) throws IOException {
        return scenario.startHere(scenario.node(name, 0).sending(0, Duration.ofSeconds(1)));
    }

    private static void awaitMore(Scenario scenario) throws Exception {
        long before = scenario.acknowledged("loaded");
        Await.until(() -> "it does not go on", () -> scenario.acknowledged("loaded") > before + SOME);
    }

    /** A day older than the retention, none of whose events are unfinished. */
    private static void createFinishedDay(Scenario scenario) throws SQLException {
        try (Connection connection = scenario.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                do $$
                declare
                    day date := (clock_timestamp() at time zone 'UTC' - interval '20 days')::date;
                    parent text;
                begin
                    foreach parent in array array['event', 'handled'] loop
                        execute format('create table neuroglia.%s_d%s partition of neuroglia.%s for values from (%L) to (%L)',
                            parent, to_char(day, 'YYYYMMDD'), parent, day || ' 00:00Z', (day + 1) || ' 00:00Z');
                    end loop;
                    insert into neuroglia.event (id, stored_at, sequence, ordinal, type, type_version, payload, headers)
                    select gen_random_uuid(), (day + interval '12 hours') at time zone 'UTC', 0, 0, 'Old', 1, '{}', '{}' from generate_series(1, 1000);
                end $$\
                """);
        }
    }
}
