package io.neuroglia.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.result.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class FieldNamesTest {
    private final FieldNames snakeCase = new FieldNames(JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build());

    @ParameterizedTest
    @CsvSource({
        "customerName, customer_name",
        "pizzaItems[0].size, pizza_items[0].size",
        "pizzaItems[12].specialInstructions, pizza_items[12].special_instructions",
        "pricesBySize[extraLarge].baseAmount, prices_by_size[extraLarge].base_amount",
        "rows[0][1].cellValue, rows[0][1].cell_value",
        "[3].firstName, [3].first_name",
        "'', ''"
    })
    void a_path_of_java_names_becomes_one_of_the_wire(String java, String wire) {
        assertThat(snakeCase.onWire(java)).isEqualTo(wire);
    }

    @Test
    void without_a_naming_strategy_names_stay_as_they_are() {
        FieldNames plain = new FieldNames(new JsonMapper());

        assertThat(plain.onWire("pizzaItems[0].size")).isEqualTo("pizzaItems[0].size");
    }

    @Test
    void errors_keep_their_order_and_messages() {
        List<FieldError> errors = snakeCase.onWire(List.of(new FieldError("bC", "one"), new FieldError("aB", "two")));

        assertThat(errors).containsExactly(new FieldError("b_c", "one"), new FieldError("a_b", "two"));
    }
}
