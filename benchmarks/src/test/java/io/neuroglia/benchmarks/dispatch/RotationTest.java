package io.neuroglia.benchmarks.dispatch;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.benchmarks.message.TextRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {

    @Test
    void fifty_types_take_turns_equally_often() {
        List<TextRequest> requests = List.of(new Rotation(50, Order.SHUFFLED).requestOfTurn());

        assertThat(requests.stream().collect(groupingBy(Object::getClass, counting())))
                .hasSize(50)
                .allSatisfy((type, turns) -> assertThat(turns).isEqualTo(80));
    }

    @Test
    void the_handler_of_a_turn_fits_its_request() {
        Rotation rotation = new Rotation(50, Order.SHUFFLED);

        assertThat(rotation.handlerOfTurn())
                .extracting(handler -> handler.getClass().getSimpleName().replace("Handler", "Request"))
                .containsExactlyElementsOf(List.of(rotation.requestOfTurn()).stream()
                        .map(request -> request.getClass().getSimpleName())
                        .toList());
    }
}
