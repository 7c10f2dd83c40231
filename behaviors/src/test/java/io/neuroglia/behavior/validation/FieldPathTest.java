package io.neuroglia.behavior.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.behavior.validation.FieldPath.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldPathTest {

    private static final FieldPath REQUEST = path(new Step("", -1, ""));
    private static final FieldPath ITEMS = path(property("items"));
    private static final FieldPath SECOND = path(property("items"), new Step("[2]", 2, "size"));
    private static final FieldPath TENTH = path(property("items"), new Step("[10]", 10, "size"));
    private static final FieldPath TENTH_TOPPINGS = path(property("items"), new Step("[10]", 10, "toppings"));
    private static final FieldPath FIRST_TOPPING =
            path(property("items"), new Step("[10]", 10, "toppings"), new Step("[1]", 1, ""));
    private static final FieldPath NAME = path(property("name"));
    private static final FieldPath LARGE = path(property("prices"), new Step("[large]", -1, ""));
    private static final FieldPath SMALL = path(property("prices"), new Step("[small]", -1, ""));
    private static final FieldPath OWN_NAME = path(property("user"), property("name"));

    @Test
    void it_is_written_as_in_java() {
        assertThat(REQUEST).hasToString("");
        assertThat(ITEMS).hasToString("items");
        assertThat(TENTH).hasToString("items[10].size");
        assertThat(FIRST_TOPPING).hasToString("items[10].toppings[1]");
        assertThat(SMALL).hasToString("prices[small]");
        assertThat(OWN_NAME).hasToString("user.name");
    }

    @Test
    void its_root_is_the_outermost_property() {
        assertThat(FIRST_TOPPING.root()).isEqualTo("items");
        assertThat(REQUEST.root()).isEmpty();
        assertThat(path().root()).isEmpty();
    }

    @Test
    void indexes_are_ordered_by_number_keys_and_names_by_letters_and_the_whole_before_its_parts() {
        List<FieldPath> ordered =
                List.of(REQUEST, ITEMS, SECOND, TENTH, TENTH_TOPPINGS, FIRST_TOPPING, NAME, LARGE, SMALL, OWN_NAME);

        assertThat(ordered.reversed().stream().sorted()).containsExactlyElementsOf(ordered);
    }

    private static FieldPath path(Step... steps) {
        return new FieldPath(List.of(steps));
    }

    private static Step property(String name) {
        return new Step("", -1, name);
    }
}
