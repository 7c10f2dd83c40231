package io.neuroglia.pizzeria.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain text of limited length, without control characters and broken surrogate pairs, which no database takes. */
@Documented
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Validator.class)
public @interface Text {
    /**
     * What the field is called in messages.
     *
     * @return such as {@code Customer name}
     */
    String name();

    /**
     * The longest text.
     *
     * @return a number of characters
     */
    int max();

    /**
     * Whether there must be more than white space.
     *
     * @return true unless the text may be left out
     */
    boolean required() default true;

    /**
     * Unused: the message depends on what is wrong.
     *
     * @return nothing
     */
    String message() default "";

    /**
     * When to check.
     *
     * @return always by default
     */
    Class<?>[] groups() default {};

    /**
     * Unused.
     *
     * @return nothing
     */
    Class<? extends Payload>[] payload() default {};

    /** Says what is wrong with a text. Thread-safe once initialized. */
    final class Validator implements ConstraintValidator<Text, String> {
        private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}]");

        private String name = "";
        private int max;
        private boolean required;

        /** Called by the validation provider. */
        public Validator() {}

        @Override
        public void initialize(Text constraint) {
            name = constraint.name();
            max = constraint.max();
            required = constraint.required();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            String error = errorIn(text == null ? "" : text);
            if (error == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(error).addConstraintViolation();
            return false;
        }

        private @Nullable String errorIn(String text) {
            if (text.isBlank() && required) {
                return name + " is required";
            }
            if (text.codePointCount(0, text.length()) > max) {
                return name + " must have at most " + max + " characters";
            }
            return FORBIDDEN.matcher(text).find() ? name + " must not contain control characters" : null;
        }
    }
}
