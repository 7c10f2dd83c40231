package io.neuroglia.data.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.AggregateMapping;
import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.Upcaster;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class StateFormatTest {
    private static final Map<Integer, Upcaster> UPCASTERS = Map.of(
            1,
            json -> {
                ObjectNode renamed = (ObjectNode) json;
                renamed.set("amount", renamed.remove("price"));
                return renamed;
            },
            2,
            json -> ((ObjectNode) json).put("currency", "EUR"));

    private final StateFormat<State> third = format(3, UPCASTERS);

    @Test
    void a_first_version_is_written_as_it_is() {
        StateFormat<State> first = format(1, Map.of());

        String json = first.write(new State("a", new BigDecimal("1.50"), "EUR"));

        assertThat(json).isEqualTo("{\"id\":\"a\",\"amount\":1.50,\"currency\":\"EUR\"}");
        assertThat(first.read(json)).isEqualTo(new State("a", new BigDecimal("1.50"), "EUR"));
    }

    @Test
    void a_later_version_is_written_with_the_state() {
        String json = third.write(new State("a", new BigDecimal("1.50"), "EUR"));

        assertThat(json).isEqualTo("{\"@version\":3,\"id\":\"a\",\"amount\":1.50,\"currency\":\"EUR\"}");
        assertThat(third.read(json)).isEqualTo(new State("a", new BigDecimal("1.50"), "EUR"));
    }

    @Test
    void upcasters_lead_from_a_stored_version_to_the_present_one_and_no_decimal_loses_its_scale() {
        State upcast = new State("a", new BigDecimal("12.50"), "EUR");

        assertThat(third.read("{\"id\":\"a\",\"price\":12.50}")).isEqualTo(upcast);
        assertThat(third.read("{\"id\":\"a\",\"@version\":2,\"amount\":12.50}")).isEqualTo(upcast);
    }

    @Test
    void a_version_of_newer_code_is_not_misread() {
        assertThatThrownBy(() -> third.read("{\"@version\":4,\"id\":\"a\",\"amount\":1,\"currency\":\"EUR\"}"))
                .isInstanceOf(DataFailureException.class)
                .hasMessageContaining("version 4")
                .hasMessageContaining("up to version 3");
        assertThatThrownBy(() ->
                        format(1, Map.of()).read("{\"id\":\"a\",\"amount\":1,\"currency\":\"EUR\",\"@version\":2}"))
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> third.read("{\"@version\":\"x\"}")).hasMessageContaining("no version");
    }

    @Test
    void a_missing_field_is_an_error_that_names_it() {
        assertThatThrownBy(() -> third.read("{\"id\":\"a\",\"@version\":3,\"amount\":12.50}"))
                .isInstanceOf(DataFailureException.class)
                .hasMessageContaining(State.class.getName() + " at currency");
    }

    @Test
    void an_upcaster_that_fails_is_named() {
        assertThatThrownBy(() -> third.read("[]"))
                .isInstanceOf(DataFailureException.class)
                .hasMessageContaining("upcaster from version 1");
    }

    @Test
    void upcasters_with_a_gap_are_refused_at_once() {
        Upcaster same = json -> json;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> format(2, Map.of(2, same)))
                .withMessageContaining("[2]")
                .withMessageContaining("version 2");
        assertThatIllegalArgumentException().isThrownBy(() -> format(1, Map.of(1, same)));
        assertThatIllegalArgumentException().isThrownBy(() -> format(3, Map.of(1, same)));
        assertThatIllegalArgumentException().isThrownBy(() -> format(1, Map.of(0, same)));
        assertThatIllegalArgumentException().isThrownBy(() -> format(0, Map.of()));
    }

    @Test
    void a_version_whose_upcaster_was_given_up_is_named() {
        StateFormat<State> given = format(3, Map.of(2, json -> ((ObjectNode) json).put("currency", "EUR")));

        assertThatThrownBy(() -> given.read("{\"id\":\"a\",\"price\":12.50}"))
                .hasMessageContaining("no upcaster from it to version 2");
    }

    private static StateFormat<State> format(int version, Map<Integer, Upcaster> upcasters) {
        return StateFormat.of(StoredFormat.standard(), new Mapping(version, upcasters));
    }

    record State(String id, BigDecimal amount, String currency) {}

    private record Mapping(int stateVersion, Map<Integer, Upcaster> upcasters)
            implements AggregateMapping<AggregateRoot<String>, State> {
        @Override
        public Class<AggregateRoot<String>> aggregateType() {
            throw new UnsupportedOperationException("The class of the aggregate does not matter to its states");
        }

        @Override
        public Class<State> stateType() {
            return State.class;
        }

        @Override
        public State toState(AggregateRoot<String> aggregate) {
            throw new UnsupportedOperationException("There is no aggregate");
        }

        @Override
        public AggregateRoot<String> toAggregate(State state, long version) {
            throw new UnsupportedOperationException("There is no aggregate");
        }
    }
}
