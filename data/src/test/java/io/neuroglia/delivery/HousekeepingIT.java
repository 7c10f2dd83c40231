package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HousekeepingIT {
    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final Housekeeping housekeeping = new Housekeeping(database.dataSource(), DeliverySettings.defaults());

    @BeforeEach
    void migrate() {
        DeliverySchema.migrate(database.dataSource());
    }

    @Test
    void today_and_the_coming_days_have_partitions_of_their_own() {
        housekeeping.run();
        housekeeping.run();

        assertThat(partitions()).hasSize(4);
        assertThat(database.texts("select to_char(clock_timestamp() at time zone 'UTC', '\"event_d\"YYYYMMDD')"))
                .containsExactly(partitions().get(0));
    }

    @Test
    void an_event_is_stored_in_the_partition_of_its_day() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.start();

            process.raise(new Happened(1));

            assertThat(database.texts("select tableoid::regclass::text from neuroglia.event"))
                    .containsExactly("neuroglia." + partitions().get(0));
        }
    }

    @Test
    void old_finished_events_are_dropped_and_old_unfinished_ones_are_kept() throws Exception {
        database.execute("create table neuroglia.event_d20200101 partition of neuroglia.event"
                + " for values from ('2020-01-01 00:00Z') to ('2020-01-02 00:00Z')");
        database.execute("create table neuroglia.event_d20200102 partition of neuroglia.event"
                + " for values from ('2020-01-02 00:00Z') to ('2020-01-03 00:00Z')");
        insert("2020-01-01", "{}");
        insert("2020-01-02", "{sms}");

        housekeeping.run();

        assertThat(partitions()).doesNotContain("event_d20200101").contains("event_d20200102");
        assertThat(database.texts("select pending::text from neuroglia.event")).containsExactly("{sms}");
    }

    @Test
    void the_note_that_an_event_was_handled_outlives_every_delivery_that_could_come() throws Exception {
        insert("2020-01-02", "{sms}");
        database.execute("insert into neuroglia.handled select id, 'sms', '2020-01-02' from neuroglia.event");
        database.execute("insert into neuroglia.delivery (event_id, event_stored_at, handler, sequence, ordinal, state,"
                + " attempt, due_at) select id, stored_at, 'mail', 0, 0, 'parked', 3, stored_at from neuroglia.event");
        database.execute("insert into neuroglia.handled select id, 'mail', '2020-01-02' from neuroglia.event");
        database.execute("insert into neuroglia.handled values (gen_random_uuid(), 'old', '2020-01-02')");
        database.execute("insert into neuroglia.handled values (gen_random_uuid(), 'new')");

        housekeeping.run();

        assertThat(database.texts("select handler from neuroglia.handled order by 1"))
                .containsExactly("mail", "new", "sms");
    }

    private void insert(String day, String pending) throws Exception {
        database.execute("insert into neuroglia.event values (gen_random_uuid(), '" + day
                + " 12:00Z', null, 0, 0, 'Happened', 1, '{}', '{\"correlationId\":\"c\"}', null, '" + pending + "')");
    }

    private List<String> partitions() {
        return database.texts("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                + " where i.inhparent = 'neuroglia.event'::regclass and c.relname like 'event\\_d2%' order by 1");
    }

    record Happened(int number) implements DomainEvent {}
}
