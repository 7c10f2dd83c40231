package io.neuroglia.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.result.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationResultTest {

    @Test
    void rules_that_hold_leave_no_error() {
        ValidationResult result =
                ValidationResult.builder().check(true, "from", "Too late").build();

        assertThat(result.isValid()).isTrue();
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void broken_rules_are_noted_in_the_order_checked() {
        ValidationResult result = ValidationResult.builder()
                .check(false, "to", "Too early")
                .check(true, "name", "Missing")
                .check(false, "from", "Too late")
                .build();

        assertThat(result.isValid()).isFalse();
        assertThat(result.errors())
                .containsExactly(new FieldError("to", "Too early"), new FieldError("from", "Too late"));
    }

    @Test
    void a_result_does_not_change_with_what_it_was_made_of() {
        ValidationResult.Builder builder = ValidationResult.builder();
        ValidationResult before = builder.build();
        List<FieldError> errors = new ArrayList<>();
        ValidationResult copied = new ValidationResult(errors);

        builder.check(false, "to", "Too early");
        errors.add(new FieldError("to", "Too early"));

        assertThat(before.isValid()).isTrue();
        assertThat(copied.isValid()).isTrue();
        assertThatThrownBy(() -> before.errors().add(new FieldError("", "")))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
