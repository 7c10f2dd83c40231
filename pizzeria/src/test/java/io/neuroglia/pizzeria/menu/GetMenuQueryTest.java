package io.neuroglia.pizzeria.menu;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.result.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetMenuQueryTest {
    private final GetMenuQueryHandler handler = new GetMenuQueryHandler(MenuFixture.menu());

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "pizza", "appetizers", "drinks"})
    void a_known_category_or_none_is_valid(@Nullable String category) {
        assertThat(new GetMenuQuery(category, true).validate().isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIZZA", "desserts", " "})
    void an_unknown_category_is_refused(String category) {
        assertThat(new GetMenuQuery(category, true).validate().errors())
                .containsExactly(new FieldError("category", "Category must be pizza, appetizers or drinks"));
    }

    @Test
    void the_whole_menu_is_listed_by_category_and_name() {
        assertThat(ids(null, true)).containsExactly("margherita", "pepperoni", "zucca", "lemonade");
    }

    @Test
    void one_category_is_listed() {
        assertThat(ids("drinks", true)).containsExactly("lemonade");
        assertThat(ids("appetizers", true)).isEmpty();
    }

    @Test
    void what_is_seasonal_can_be_left_out() {
        assertThat(ids("pizza", false)).containsExactly("margherita", "pepperoni");
    }

    @Test
    void an_item_says_all_about_itself() {
        MenuItem item = handler.handle(new GetMenuQuery("drinks", true)).data().getFirst();

        assertThat(item.name()).isEqualTo("Lemonade");
        assertThat(item.basePrice()).hasToString("3.49");
        assertThat(item.availableSizes()).containsExactly(PizzaSize.SMALL, PizzaSize.MEDIUM, PizzaSize.LARGE);
        assertThat(item.availableToppings()).containsExactly("extra_cheese", "basil");
        assertThat(item.preparationTimeMinutes()).isEqualTo(2);
        assertThat(item.seasonal()).isFalse();
    }

    private List<String> ids(@Nullable String category, boolean includeSeasonal) {
        return handler.handle(new GetMenuQuery(category, includeSeasonal)).data().stream()
                .map(MenuItem::id)
                .toList();
    }
}
