package io.neuroglia.benchmarks.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.neuroglia.benchmarks.message.AllMessages;
import io.neuroglia.benchmarks.message.Request0000;
import io.neuroglia.benchmarks.message.TextRequest;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A benchmark of something that does not work measures nothing. */
class RivalTest {

    private static final String BEHAVIOR = ".*\\$(Observing|Validating|Transacting)";

    @ParameterizedTest
    @EnumSource
    void every_request_is_answered_by_its_own_handler(Rival rival) {
        Rotation rotation = new Rotation(50, Order.SHUFFLED);
        TextRequest[] requests = rotation.requestOfTurn();

        Sender sender = rival.prepare(rotation, 3);

        for (int turn = 0; turn < requests.length; turn++) {
            assertThat(sender.send(turn).data()).isEqualTo(requests[turn].text());
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DIRECT", "SPRING_EVENTS"})
    void three_behaviors_stand_around_a_handler(Rival rival) {
        assertThat(behaviorsAround(rival, 3)).containsExactly("Observing", "Validating", "Transacting");
    }

    @ParameterizedTest
    @EnumSource
    void no_behavior_stands_around_a_handler_unasked(Rival rival) {
        assertThat(behaviorsAround(rival, 0)).isEmpty();
    }

    /** Who is on the stack when a handler fails, because its request has no text; the outermost first. */
    private static List<String> behaviorsAround(Rival rival, int behaviors) {
        Rotation failing = new Rotation(
                List.of(new Request0000(null)), AllMessages.handlers().subList(0, 1), Order.ROTATING);
        Sender sender = rival.prepare(failing, behaviors);

        Throwable failure = catchThrowable(() -> sender.send(0));

        Throwable cause = failure.getCause() == null ? failure : Throwables.getRootCause(failure);
        assertThat(cause).isInstanceOf(NullPointerException.class);
        return Stream.of(cause.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.matches(BEHAVIOR))
                .map(name -> name.substring(name.indexOf('$') + 1))
                .distinct()
                .toList()
                .reversed();
    }
}
