package io.neuroglia.pizzeria.menu;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.pizzeria.money.Money;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PizzaTest {

    @ParameterizedTest
    @CsvSource({
        "12.99, SMALL, 0, 10.39",
        "12.99, MEDIUM, 0, 12.99",
        "12.99, LARGE, 0, 16.89",
        "12.99, LARGE, 1, 19.39",
        "12.99, SMALL, 2, 15.39",
        "15.99, SMALL, 0, 12.79",
        "15.99, LARGE, 0, 20.79",
        "15.99, LARGE, 3, 28.29",
        "12.25, LARGE, 0, 15.93",
        "12.15, LARGE, 0, 15.80",
        "0.01, SMALL, 0, 0.01",
        "10.00, MEDIUM, 20, 60.00",
    })
    void the_price_is_the_base_times_the_size_plus_the_toppings_rounded_half_up(
            String base, PizzaSize size, int toppings, String price) {
        Pizza pizza = MenuFixture.pizzaAt(base);

        assertThat(pizza.price(size, Collections.nCopies(toppings, "basil"))).isEqualTo(Money.of(price));
    }

    @Test
    void a_pizza_offers_its_own_toppings_only() {
        Pizza pizza = MenuFixture.pizzaAt("12.99");

        assertThat(pizza.offers("extra_cheese")).isTrue();
        assertThat(pizza.offers("pineapple")).isFalse();
    }

    @Test
    void a_stored_pizza_is_the_same_pizza() {
        PizzaMapping mapping = new PizzaMapping();
        Pizza pizza = MenuFixture.pizzaAt("12.90");

        String stored = StoredJson.write(mapping.toState(pizza));
        Pizza read = mapping.toAggregate(StoredJson.read(stored, PizzaMapping.State.class), 3);

        assertThat(read.id()).isEqualTo("margherita");
        assertThat(read.version()).isEqualTo(3);
        assertThat(read.description()).isEqualTo(pizza.description());
    }

    @Test
    void a_size_is_found_by_its_exact_name() {
        assertThat(PizzaSize.named("large")).contains(PizzaSize.LARGE);
        assertThat(List.of("LARGE", "huge", ""))
                .allSatisfy(name -> assertThat(PizzaSize.named(name)).isEmpty());
    }
}
