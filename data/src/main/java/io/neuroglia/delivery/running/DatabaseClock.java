package io.neuroglia.delivery.running;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The database's clock, without asking it each time: its last answer plus the time passed since. The node's own clock plays
 * no part. For measuring only. Thread-safe.
 *
 * @since 0.1
 */
public final class DatabaseClock {
    private volatile @Nullable Answer last;

    /** A clock that has no answer yet. */
    public DatabaseClock() {}

    /**
     * Takes note of an answer.
     *
     * @param time what the database said
     * @param askedNanos {@link System#nanoTime()} before the question
     * @param answeredNanos {@link System#nanoTime()} after the answer
     */
    public void answered(OffsetDateTime time, long askedNanos, long answeredNanos) {
        last = new Answer(time, askedNanos + (answeredNanos - askedNanos) / 2);
    }

    /**
     * How long ago a time of the database was.
     *
     * @param time by the database's clock
     * @return not negative; null before the first answer
     */
    public @Nullable Duration since(OffsetDateTime time) {
        Answer answer = last;
        if (answer == null) {
            return null;
        }
        Duration passed = Duration.between(time, answer.time()).plusNanos(System.nanoTime() - answer.nanos());
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    private record Answer(OffsetDateTime time, long nanos) {}
}
