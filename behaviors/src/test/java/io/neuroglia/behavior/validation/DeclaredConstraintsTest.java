package io.neuroglia.behavior.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.result.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DeclaredConstraintsTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();

    private final DeclaredConstraints constraints = new DeclaredConstraints(FACTORY.getValidator());

    @AfterAll
    static void close_factory() {
        FACTORY.close();
    }

    @Test
    void constraints_of_fields_classes_nested_values_and_elements_count() {
        assertThat(constraints.existFor(CreateUser.class)).isTrue();
        assertThat(constraints.existFor(Span.class)).isTrue();
        assertThat(constraints.existFor(OnlyNested.class)).isTrue();
        assertThat(constraints.existFor(OnlyElements.class)).isTrue();
        assertThat(constraints.existFor(Plain.class)).isFalse();
    }

    @Test
    void an_object_that_keeps_them_has_no_errors() {
        assertThat(constraints.brokenBy(new CreateUser("x@example.org", "Ada", "Lovelace", 36)))
                .isEmpty();
    }

    @Test
    void errors_are_ordered_by_component_then_by_message() {
        assertThat(constraints.brokenBy(new CreateUser("?", "", "", -1)))
                .containsExactly(
                        new FieldError("email", "Email too short"),
                        new FieldError("email", "Invalid email format"),
                        new FieldError("firstName", "First name required"),
                        new FieldError("lastName", "Last name required"),
                        new FieldError("age", "Age must be positive"));
    }

    @Test
    void errors_of_nested_values_are_named_by_path_and_ordered_by_index() {
        List<Item> items = items(11);
        items.set(2, new Item(null, List.of()));
        items.set(10, new Item(null, List.of("olives", "")));

        assertThat(constraints.brokenBy(new PlaceOrder(items, "")))
                .containsExactly(
                        new FieldError("pizzaItems[2].size", "Size required"),
                        new FieldError("pizzaItems[10].size", "Size required"),
                        new FieldError("pizzaItems[10].toppings[1]", "Topping required"),
                        new FieldError("customerName", "Name required"));
    }

    @Test
    void an_error_of_a_list_stands_before_those_of_its_elements() {
        List<Item> items = items(13);
        items.set(0, new Item(null, List.of()));

        assertThat(constraints.brokenBy(new PlaceOrder(items, "Ada")))
                .containsExactly(
                        new FieldError("pizzaItems", "At most 12 pizzas"),
                        new FieldError("pizzaItems[0].size", "Size required"));
    }

    @Test
    void an_error_of_the_object_as_a_whole_comes_last_and_has_no_field() {
        assertThat(constraints.brokenBy(new Span(2, 1, List.of(new Span(5, 4, List.of())))))
                .containsExactly(
                        new FieldError("parts[0]", "From must lie before to"),
                        new FieldError("", "From must lie before to"));
    }

    @Test
    void elements_of_other_containers_are_named_by_key_by_each_index_or_by_nothing() {
        Containers broken = new Containers(
                Map.of("small", -1), List.of(List.of("a"), List.of("a", "")), Optional.of(""), Set.of(""));

        assertThat(constraints.brokenBy(broken))
                .containsExactly(
                        new FieldError("prices[small]", "Price must be positive"),
                        new FieldError("rows[1][1]", "Cell required"),
                        new FieldError("note", "Note is empty"),
                        new FieldError("tags[]", "Tag is empty"));
    }

    @Test
    void fields_of_a_superclass_come_first_and_properties_without_a_field_after_all_fields() {
        assertThat(constraints.brokenBy(new Archive()))
                .containsExactly(
                        new FieldError("zone", "Zone required"),
                        new FieldError("boxes", "Boxes required"),
                        new FieldError("area", "Area required"),
                        new FieldError("allowed", "Not allowed"));
    }

    @Test
    void what_the_validator_throws_is_not_hidden() {
        assertThatThrownBy(() -> constraints.brokenBy(new Broken("x")))
                .isInstanceOf(ValidationException.class)
                .hasRootCauseInstanceOf(PatternSyntaxException.class);
    }

    private static List<Item> items(int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new Item("large", List.of("ham")));
        }
        return items;
    }

    record CreateUser(
            @Pattern(regexp = "^[\\w.-]+@[\\w.-]+\\.\\w+$", message = "Invalid email format")
            @Size(min = 5, message = "Email too short")
            String email,

            @NotBlank(message = "First name required") String firstName,
            @NotBlank(message = "Last name required") String lastName,
            @Positive(message = "Age must be positive") int age) {}

    record Item(
            @NotNull(message = "Size required") String size,
            List<@NotBlank(message = "Topping required") String> toppings) {}

    record PlaceOrder(
            @Size(max = 12, message = "At most 12 pizzas") List<@Valid Item> pizzaItems,
            @NotBlank(message = "Name required") String customerName) {}

    @Ordered
    record Span(int from, int to, List<@Valid Span> parts) implements Range {}

    record Containers(
            Map<String, @Positive(message = "Price must be positive") Integer> prices,
            List<List<@NotBlank(message = "Cell required") String>> rows,
            Optional<@NotBlank(message = "Note is empty") String> note,
            Set<@NotBlank(message = "Tag is empty") String> tags) {}

    static class Place {
        @NotNull(message = "Zone required")
        String zone;
    }

    static final class Archive extends Place {
        @NotNull(message = "Boxes required")
        String boxes;

        @NotNull(message = "Area required")
        String area;

        @AssertTrue(message = "Not allowed")
        public boolean isAllowed() {
            return false;
        }
    }

    record Broken(@Pattern(regexp = "(", message = "never") String text) {}

    record Plain(String text) {}

    record OnlyNested(@Valid Item item) {}

    record OnlyElements(List<@NotBlank String> names) {}
}
