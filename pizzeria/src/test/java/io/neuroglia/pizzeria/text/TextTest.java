package io.neuroglia.pizzeria.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    private static ValidatorFactory factory;
    private static Validator validator;

    @BeforeAll
    static void open() {
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"J", "John Doe", "Søren \u0160", "12345678 🍕"})
    void plain_text_is_taken(String name) {
        assertThat(errors(new Person(name, ""))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t \n"})
    void a_required_text_has_more_than_white_space(@Nullable String name) {
        assertThat(errors(new Person(name, ""))).containsExactly("Name is required");
    }

    @Test
    void an_optional_text_may_be_left_out() {
        assertThat(errors(new Person("John", null))).isEmpty();
    }

    @Test
    void a_text_over_its_limit_is_refused_counted_in_characters_as_people_see_them() {
        assertThat(errors(new Person("12345678901", ""))).containsExactly("Name must have at most 10 characters");
        assertThat(errors(new Person("🍕".repeat(10), ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u007fb", "a\u0085b", "a\ud83cb"})
    void a_text_with_control_characters_or_half_a_character_is_refused(String name) {
        assertThat(errors(new Person(name, ""))).containsExactly("Name must not contain control characters");
        assertThat(errors(new Person("John", name))).containsExactly("Remark must not contain control characters");
    }

    @Test
    void elements_of_a_list_are_checked() {
        assertThat(validator.validate(new Names(List.of("John", "")))).hasSize(1);
    }

    private static List<String> errors(Person person) {
        return validator.validate(person).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }

    record Person(
            @Text(name = "Name", max = 10) @Nullable String name,

            @Text(name = "Remark", max = 10, required = false) @Nullable
            String remark) {}

    record Names(List<@Text(name = "Name", max = 10) String> names) {}
}
