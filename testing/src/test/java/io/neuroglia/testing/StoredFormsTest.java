package io.neuroglia.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredFormsTest {

    @Test
    void a_value_that_comes_back_as_it_was_passes() {
        assertThatCode(() -> StoredForms.assertRoundTrip(new Fine("a"))).doesNotThrowAnyException();
    }

    @Test
    void a_value_that_does_not_fails_with_its_place_each_time() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> StoredForms.assertRoundTrip(new Lossy("a")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(Lossy.class.getName() + " at text");
        }
    }

    @Test
    void the_stand_ins_refuse_an_event_that_could_not_be_read_again() throws Exception {
        RecordingEvents events = new RecordingEvents();
        DirectUnitOfWork unitOfWork = new DirectUnitOfWork();

        assertThatThrownBy(() -> events.accept("Lamp/a", 1, List.of(new Fine("a"), new Lossy("a"))))
                .isInstanceOf(DataFailureException.class);
        unitOfWork.execute(() -> {
            assertThatThrownBy(() -> unitOfWork.raise(new Lossy("a"))).isInstanceOf(DataFailureException.class);
            assertThatThrownBy(() -> unitOfWork.accept("Lamp/a", 1, List.of(new Lossy("a"))))
                    .isInstanceOf(DataFailureException.class);
            return OperationResult.noContent();
        });

        assertThat(events.all()).isEmpty();
        assertThat(unitOfWork.events()).isEmpty();
    }

    record Fine(String text) implements DomainEvent {}

    record Lossy(Map<String, Object> values, String text) implements DomainEvent {
        Lossy(String text) {
            this(Map.of(), text);
        }

        @Override
        public String text() {
            return text + "!";
        }
    }
}
