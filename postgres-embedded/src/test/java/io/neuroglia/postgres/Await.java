package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits with a time limit. */
public final class Await {

    static final Duration LIMIT = Duration.ofSeconds(20);

    private Await() {}

    public static void until(String condition, BooleanSupplier isTrue) {
        assertThat(Deadline.in(LIMIT).await(isTrue)).as(condition).isTrue();
    }
}
