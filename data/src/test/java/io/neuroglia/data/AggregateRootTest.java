package io.neuroglia.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregateRootTest {
    private final Door door = new Door();

    @Test
    void what_is_stored_has_a_version_and_no_pending_events() {
        door.open("first");

        door.stored(1);

        assertThat(door.version()).isEqualTo(1);
        assertThat(door.pendingEvents()).isEmpty();
    }

    @Test
    void what_is_taken_back_comes_before_what_was_raised_since() {
        door.open("first");
        door.open("second");
        Runnable undo = door.stored(1);
        door.open("third");

        undo.run();

        assertThat(door.version()).isZero();
        assertThat(door.pendingEvents())
                .containsExactly(new Opened("first"), new Opened("second"), new Opened("third"));
    }

    @Test
    void several_stores_are_taken_back_from_the_last_to_the_first() {
        door.open("first");
        Runnable undoFirst = door.stored(1);
        door.open("second");
        Runnable undoSecond = door.stored(2);

        undoSecond.run();
        assertThat(door.version()).isEqualTo(1);
        undoFirst.run();

        assertThat(door.version()).isZero();
        assertThat(door.pendingEvents()).isEqualTo(List.of(new Opened("first"), new Opened("second")));
    }

    private record Opened(String by) implements DomainEvent {}

    private static final class Door extends AggregateRoot<String> {
        Door() {
            super("door");
        }

        void open(String by) {
            raiseEvent(new Opened(by));
        }
    }
}
