package io.neuroglia.behavior.retry;

import java.time.Duration;
import java.util.Objects;

/**
 * How often and when a command is run again.
 *
 * @param attempts how often it is run at most, the first time included
 * @param firstPause the longest pause after the first attempt; doubles with each further one
 * @param longestPause the longest pause of all
 * @since 0.1
 */
public record RetrySettings(int attempts, Duration firstPause, Duration longestPause) {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there is no attempt, or a pause is negative
     */
    public RetrySettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("A command needs at least one attempt, not " + attempts);
        }
        if (firstPause.isNegative() || longestPause.isNegative()) {
            throw new IllegalArgumentException("A pause lasts zero or longer, not " + firstPause + ", " + longestPause);
        }
        Objects.requireNonNull(longestPause, "longestPause");
    }

    /**
     * Four attempts, with pauses of up to 20, 40 and 80 milliseconds.
     *
     * @return the settings that are used if nothing else is said
     */
    public static RetrySettings defaults() {
        return new RetrySettings(4, Duration.ofMillis(20), Duration.ofMillis(500));
    }

    /**
     * The pause after an attempt: at random, so that two who stood in each other's way do not meet again.
     *
     * @param attempt 1 for the first
     * @param chance from 0 for no pause to 1 for the longest
     */
    Duration pauseAfter(int attempt, double chance) {
        double longest =
                Math.min((double) firstPause.toNanos() * Math.scalb(1.0, attempt - 1), (double) longestPause.toNanos());
        return Duration.ofNanos((long) (longest * chance));
    }
}
