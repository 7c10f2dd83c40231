package io.neuroglia.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.InMemoryRepository;
import io.neuroglia.data.Repository;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.testing.RecordingEvents.Recorded;
import io.neuroglia.testing.conformance.UnitOfWorkContract.Happened;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingEventsTest {
    private final RecordingEvents events = new RecordingEvents();
    private final Repository<Lamp, String> lamps =
            new InMemoryRepository<>(events, Lamp::id, (id, version) -> new Lamp(id, version));

    @Test
    void events_are_kept_with_what_the_repository_said_of_them() {
        Lamp lamp = new Lamp("a", 0).lit();
        lamps.add(lamp);
        lamps.save(lamp.lit().lit());

        assertThat(events.recorded())
                .containsExactly(
                        new Recorded("Lamp/a", 1, new Happened("lit a")),
                        new Recorded("Lamp/a", 2, new Happened("lit a")),
                        new Recorded("Lamp/a", 2, new Happened("lit a")));
        assertThat(events.all()).hasSize(3).containsOnly(new Happened("lit a"));
    }

    @Test
    void events_are_chosen_by_their_type() {
        events.accept("Lamp/a", 1, List.of(new Happened("x"), new Other(), new Happened("y")));

        assertThat(events.of(Happened.class)).containsExactly(new Happened("x"), new Happened("y"));
        assertThat(events.of(Other.class)).containsExactly(new Other());
        assertThat(events.of(DomainEvent.class)).hasSize(3);
    }

    @Test
    void what_was_read_does_not_change() {
        events.accept("Lamp/a", 1, List.of(new Other()));
        List<DomainEvent> read = events.all();
        List<Recorded> recorded = events.recorded();

        events.clear();

        assertThat(read).hasSize(1);
        assertThat(recorded).hasSize(1);
        assertThat(events.all()).isEmpty();
        assertThat(events.recorded()).isEmpty();
    }

    private record Other() implements DomainEvent {}
}
