package io.neuroglia.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a request that nobody handles in its compilation. */
enum MissingPolicy {
    /** Stops the compilation. The default. */
    ERROR,
    /** Warns. */
    WARN,
    /** Demands nothing of anybody, neither in the compilation nor at start-up: for tests with requests of their own. */
    OFF;

    static final String OPTION = "neuroglia.missing";

    /** The policy for an option's value, or empty if the value is unknown. */
    static Optional<MissingPolicy> of(@Nullable String value) {
        if (value == null) {
            return Optional.of(ERROR);
        }
        return Arrays.stream(values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }
}
