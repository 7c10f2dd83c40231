package io.neuroglia.pizzeria.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartCookingCommandTest {
    private final ValidatorFactory validators = Validation.buildDefaultValidatorFactory();

    @AfterEach
    void close() {
        validators.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 600})
    void cooking_takes_1_to_600_minutes(int minutes) {
        assertThat(errors(new StartCookingCommand("id", "staff_001", minutes))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 601, Integer.MAX_VALUE})
    void another_time_is_refused(int minutes) {
        assertThat(errors(new StartCookingCommand("id", "staff_001", minutes)))
                .containsExactly("Estimated cooking time must be 1 to 600 minutes");
    }

    @Test
    void somebody_cooks() {
        assertThat(errors(new StartCookingCommand("id", " ", 20))).containsExactly("Kitchen staff id is required");
    }

    private List<String> errors(StartCookingCommand command) {
        return validators.getValidator().validate(command).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }
}
