package io.neuroglia.pizzeria.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryAreaTest {

    @Test
    void without_words_it_is_everywhere() {
        assertThat(new DeliveryArea(List.of()).includes("The Moon")).isTrue();
        assertThat(new DeliveryArea(List.of(" ", "")).includes("The Moon")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123 Pizza St, Springfield | true",
                "123 Pizza St, SPRINGFIELD-North | true",
                "Rue de l'Église 5, Évry | true",
                "9 Springfields Road | false",
                "9 Elm St | false",
            })
    void an_address_contains_one_of_the_words_as_a_whole(String address, boolean inside) {
        DeliveryArea area = new DeliveryArea(List.of("springfield Shelbyville", "évry"));

        assertThat(area.includes(address)).isEqualTo(inside);
    }
}
